"""Joined Up: the safeguarding system of a council and its partners."""

"""Lookups and lists of people, narrowed to the reader."""

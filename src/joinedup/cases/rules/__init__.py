"""What decides about cases: plain Python, no database, no clock."""

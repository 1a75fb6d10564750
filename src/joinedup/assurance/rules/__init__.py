"""What assurance decides: plain Python, no database, no clock."""

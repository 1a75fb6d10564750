"""Rules of a person's file: plain Python, no database, no clock."""

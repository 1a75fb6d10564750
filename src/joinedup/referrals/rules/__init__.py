"""What decides about referrals: plain Python, no database, no clock."""

"""What pages and actions read of referrals, narrowed to the reader."""

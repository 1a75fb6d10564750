"""Rules of the directory: opening hours, sign-posts, the Open Referral shape."""

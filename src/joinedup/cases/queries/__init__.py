"""What pages and actions read of cases, narrowed to the reader."""

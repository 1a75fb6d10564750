"""What pages and actions read of papers, narrowed to the reader."""

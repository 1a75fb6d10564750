"""What pages read of a person's file, narrowed to the reader."""

"""Pages of a person's file."""

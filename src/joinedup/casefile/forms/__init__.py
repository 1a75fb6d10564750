"""Forms of a person's file."""

"""What decides about papers: kinds, what is missing, deadlines, the check, and the report itself."""

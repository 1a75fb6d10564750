"""What decides about concerns. Plain Python: no tables, no clock."""

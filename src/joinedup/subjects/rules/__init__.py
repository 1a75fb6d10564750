"""How people are recognised. Plain Python: no tables, no clock; today is an argument."""

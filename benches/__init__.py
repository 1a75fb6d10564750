"""Measures what the project promises. Run by `./bench`; figures are ratios, counts and times."""

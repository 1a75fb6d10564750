"""The invented plans of the blind corpus: one module for each document."""

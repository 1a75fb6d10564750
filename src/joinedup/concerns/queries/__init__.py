"""Concerns as lists and pages, already narrowed to the reader."""

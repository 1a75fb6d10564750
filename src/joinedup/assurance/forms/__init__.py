"""Forms of the assurance pages."""

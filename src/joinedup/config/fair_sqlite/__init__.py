"""SQLite for many writers: whoever has waited longest asks most often (ADR 39)."""

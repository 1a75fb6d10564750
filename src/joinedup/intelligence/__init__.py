"""Links that suggest themselves. Nothing here merges anything: a person decides."""

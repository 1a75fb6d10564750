"""The documents of the ninth blind corpus, each beside its truth."""

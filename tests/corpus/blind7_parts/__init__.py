"""The documents of the seventh blind corpus, each written together with its truth."""

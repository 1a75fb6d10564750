"""The documents of the third blind corpus, each written together with its truth."""

"""The documents of the fourth blind corpus, each written together with its truth."""

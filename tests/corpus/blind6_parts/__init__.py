"""The documents of the sixth blind corpus, each written together with its truth."""

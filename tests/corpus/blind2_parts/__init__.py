"""The invented plans of the second blind corpus, one module for each document."""

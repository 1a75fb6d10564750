"""The language guard: warns of words that blame a child or an adult who is being abused.

It explains and offers other words; it never blocks and never rewrites (Casey 2015 p46: girls "were
blamed"). `guard.look_at` is the one door; the words are data in `data/terms_*.toml`.
"""

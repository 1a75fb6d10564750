"""Who is already known: people, what is known of them, and which records are about one person."""

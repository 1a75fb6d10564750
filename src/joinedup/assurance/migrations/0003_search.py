"""The search index of actions: FTS5 on SQLite, tsvector with GIN on PostgreSQL."""

from django.db import migrations

POSTGRES = (
    "CREATE TABLE assurance_search (rowid bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX assurance_search_words ON assurance_search USING gin(words)",
)
SQLITE = (
    "CREATE VIRTUAL TABLE assurance_search USING fts5(words, "
    "tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')",
)


def make(apps, schema_editor):
    statements = POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE
    for statement in statements:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE assurance_search")


class Migration(migrations.Migration):
    dependencies = [("assurance", "0002_initial")]
    operations = [migrations.RunPython(make, drop)]

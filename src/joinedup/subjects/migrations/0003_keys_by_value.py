"""Keys without a number of their own: the pair of key and record is the row. On SQLite it stands in
the order of its keys, without a table beside the index."""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = (
    "DROP TABLE subjects_key",
    "CREATE TABLE subjects_key (value bigint NOT NULL, subject_id bigint NOT NULL,"
    " PRIMARY KEY (value, subject_id)) WITHOUT ROWID",
)
POSTGRES = (
    "ALTER TABLE subjects_oldkey RENAME CONSTRAINT subjects_key_pkey TO subjects_oldkey_pkey",
    "ALTER TABLE subjects_key RENAME CONSTRAINT subjects_key_pkey1 TO subjects_key_pkey",
)
TAKE_OVER = (
    "INSERT INTO subjects_key (value, subject_id)"
    " SELECT DISTINCT value, subject_id FROM subjects_oldkey ORDER BY value, subject_id"
)


def take_over(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor == "sqlite":
        for statement in SQLITE:
            schema_editor.execute(statement)
    if "subjects_oldkey" not in connection.introspection.table_names():
        return
    if connection.vendor == "postgresql":
        for statement in POSTGRES:
            schema_editor.execute(statement)
    schema_editor.execute(TAKE_OVER)


class Migration(migrations.Migration):
    dependencies = [("subjects", "0002_by_hand")]
    operations = [
        migrations.RemoveIndex(model_name="key", name="subjects_key_value"),
        migrations.RenameModel(old_name="Key", new_name="OldKey"),
        migrations.CreateModel(
            name="Key",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "value",
                        "subject",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("value", models.BigIntegerField()),
                (
                    "subject",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="subjects.subject",
                    ),
                ),
            ],
        ),
        migrations.RunPython(take_over),
        migrations.DeleteModel(name="OldKey"),
    ]

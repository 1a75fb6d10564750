"""Somebody whom a case is about and who has no record is found by name."""

from django.db import migrations, models
from django.db.models.functions import Upper


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_kinds_of_words_kept")]

    operations = [
        migrations.AddIndex(
            model_name="casesubject",
            index=models.Index(
                Upper("name"), condition=models.Q(("subject", "")), name="cases_named_only"
            ),
        ),
    ]

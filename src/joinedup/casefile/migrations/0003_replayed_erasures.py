"""An older backup may bring back what was erased: it is erased again, and that is noted."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("casefile", "0002_concerns_too"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="erasure",
            name="casefile_erased_is_agreed",
        ),
        migrations.AddField(
            model_name="erasure",
            name="replayed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="erasure",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erased_at__isnull", True),
                    models.Q(("answered_by__isnull", False), ("refused_because", "")),
                    models.Q(("refused_because", ""), ("replayed_at__isnull", False)),
                    _connector="OR",
                ),
                name="casefile_erased_is_agreed",
            ),
        ),
        migrations.AddConstraint(
            model_name="erasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_by__isnull", False), ("replayed_at__isnull", False), _connector="OR"
                ),
                name="casefile_erasure_is_asked_for",
            ),
        ),
    ]

"""What several records name, put forward and decided."""

import django.db.models.deletion
import joinedup.casefile.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_involved_posts"),
        ("casefile", "0003_replayed_erasures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        default=joinedup.casefile.models.tie_reference, max_length=24, unique=True
                    ),
                ),
                ("pair", models.CharField(max_length=120, unique=True)),
                ("why", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="NamedKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(db_index=True, max_length=24)),
                ("part", models.CharField(max_length=30)),
                ("sign", models.CharField(max_length=1)),
                ("value", models.BigIntegerField(db_index=True)),
                ("is_own", models.BooleanField(default=False)),
                (
                    "guard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.guard",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TieEnd",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(db_index=True, max_length=24)),
                ("part", models.CharField(max_length=30)),
                (
                    "guard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.guard",
                    ),
                ),
                (
                    "tie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ends",
                        to="casefile.tie",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TieDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("same", "The same"),
                            ("not_same", "Not the same"),
                            ("taken_back", "Decision taken back"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confirmed", "Confirmed by another source"),
                            ("likely", "Likely, from one source"),
                            ("untested", "Not tested"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(max_length=500)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="casefile.tie",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="casefile_tie_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "same"), _negated=True),
                            models.Q(("grade", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="casefile_tie_has_grade",
                    ),
                ],
            },
        ),
    ]

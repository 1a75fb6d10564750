import django.db.models.deletion
import joinedup.library.models
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0010_involved_posts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
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
                        default=joinedup.library.models.item_reference, max_length=24, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("protocol", "Protocol"),
                            ("page", "Published page"),
                            ("resource", "Resource"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("words", models.TextField(blank=True)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("must_say", models.CharField(blank=True, max_length=200)),
                ("processes", models.JSONField(blank=True, default=list)),
                ("contact_email", models.EmailField(blank=True, max_length=254)),
                ("reviewed_on", models.DateField()),
                ("next_on", models.DateField(blank=True, null=True)),
                ("is_wrong", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "In use"), ("withdrawn", "Withdrawn")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("withdrawn_reason", models.CharField(blank=True, max_length=300)),
                (
                    "link_health",
                    models.CharField(
                        choices=[
                            ("unchecked", "Not tried yet"),
                            ("good", "It answers"),
                            ("unsure", "It gave no clear answer"),
                            ("broken", "It is broken"),
                            ("other_words", "It does not say what it must"),
                        ],
                        default="unchecked",
                        max_length=12,
                    ),
                ),
                ("link_fault", models.CharField(blank=True, max_length=20)),
                ("link_fails", models.PositiveSmallIntegerField(default=0)),
                ("link_checked_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.agency",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.post",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProcessDuty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("process", models.CharField(max_length=60)),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("leads", "Leads and answers for it"),
                            ("does", "Does it"),
                            ("asked", "Is asked before"),
                            ("told", "Is told"),
                        ],
                        max_length=10,
                    ),
                ),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.agency",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.post",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("right", "It is right as it stands"),
                            ("changed", "It was changed, and is right now"),
                            ("wrong", "It is not right"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("next_on", models.DateField(blank=True, null=True)),
                ("by_ref", models.CharField(max_length=60)),
                ("by_link", models.BooleanField(default=False)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="library.item",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["state", "kind", "title"], name="library_by_title"),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency__isnull", True), ("post__isnull", False)),
                    models.Q(("agency__isnull", False), ("post__isnull", True)),
                    _connector="OR",
                ),
                name="library_item_has_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "page"), _negated=True),
                    models.Q(("url", ""), _negated=True),
                    _connector="OR",
                ),
                name="library_page_has_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), _negated=True),
                    models.Q(("withdrawn_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="library_withdrawn_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_on__isnull", True),
                    ("next_on__gt", models.F("reviewed_on")),
                    _connector="OR",
                ),
                name="library_next_review_is_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="processduty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency__isnull", True), ("post__isnull", False)),
                    models.Q(("agency__isnull", False), ("post__isnull", True)),
                    _connector="OR",
                ),
                name="library_duty_has_one_holder",
            ),
        ),
        migrations.AddConstraint(
            model_name="processduty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                ),
                name="library_duty_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="processduty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("duty", "leads"), ("to_on__isnull", True)),
                fields=("process",),
                name="library_one_leads",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verdict", "wrong"), _negated=True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="library_wrong_says_what",
            ),
        ),
    ]

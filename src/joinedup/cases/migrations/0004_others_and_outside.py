"""Somebody else who may be harmed, cases that another authority takes over, handovers read."""

import django.db.models.deletion
import joinedup.cases.models.others
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_tally"),
        ("cases", "0003_untied_because"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowUp",
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
                        default=joinedup.cases.models.others.follow_up_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("words", models.TextField(blank=True)),
                ("noted_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contact", "Contact was made or tried"),
                            ("concern", "Reported as a concern"),
                            ("referral", "Referred to another service"),
                            ("nothing", "Looked at: nothing to do"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_words", models.TextField(blank=True)),
                ("led_to", models.CharField(blank=True, max_length=24)),
            ],
        ),
        migrations.CreateModel(
            name="TransferOut",
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
                        default=joinedup.cases.models.others.transfer_out_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("body", models.CharField(max_length=200)),
                ("person", models.CharField(max_length=200)),
                ("contact", models.CharField(max_length=200)),
                ("words", models.TextField()),
                ("proof", models.CharField(max_length=300)),
                ("sent_on", models.DateField()),
                ("accept_by", models.DateField()),
                ("chased_on", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Sent, not accepted yet"),
                            ("accepted", "Accepted in writing"),
                            ("refused", "Not accepted"),
                            ("withdrawn", "Taken back by us"),
                        ],
                        default="sent",
                        max_length=10,
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("letter", models.CharField(blank=True, max_length=300)),
                ("their_reference", models.CharField(blank=True, max_length=100)),
                ("answer", models.TextField(blank=True)),
            ],
        ),
        migrations.AddField(
            model_name="closing",
            name="is_before_transfers",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="transfer",
            name="read_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="transfer",
            name="read_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="transfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("read_at__isnull", True), ("read_by__isnull", True)),
                    models.Q(("read_at__isnull", False), ("read_by__isnull", False)),
                    _connector="OR",
                ),
                name="cases_handover_receipt_is_whole",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="follow_ups",
                to="cases.case",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="noted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="transferout",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="access.agency",
            ),
        ),
        migrations.AddField(
            model_name="transferout",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="transfers_out",
                to="cases.case",
            ),
        ),
        migrations.AddField(
            model_name="transferout",
            name="sent_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="closing",
            name="acceptance",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="closings",
                to="cases.transferout",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended", ""), ("ended_on__isnull", True)),
                    models.Q(
                        models.Q(("ended", ""), _negated=True),
                        ("ended_on__isnull", False),
                        models.Q(("ended_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="cases_follow_up_ends_with_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended__in", ["concern", "referral"]), _negated=True),
                    models.Q(("led_to", ""), _negated=True),
                    _connector="OR",
                ),
                name="cases_follow_up_names_what_it_led_to",
            ),
        ),
        migrations.AddConstraint(
            model_name="transferout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("body", ""), _negated=True),
                    models.Q(("person", ""), _negated=True),
                    models.Q(("proof", ""), _negated=True),
                    models.Q(("words", ""), _negated=True),
                ),
                name="cases_transfer_out_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="transferout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "accepted"), _negated=True),
                    models.Q(
                        ("answered_on__isnull", False),
                        models.Q(("answered_by", ""), _negated=True),
                        models.Q(("letter", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="cases_transfer_is_accepted_in_writing",
            ),
        ),
        migrations.AddConstraint(
            model_name="transferout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_on__isnull", True), ("state", "sent")),
                    models.Q(
                        models.Q(("state", "sent"), _negated=True), ("answered_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="cases_transfer_out_answer_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="transferout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["refused", "withdrawn"]), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="cases_transfer_out_ends_with_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="transferout",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sent")),
                fields=("case",),
                name="cases_one_transfer_out_at_a_time",
            ),
        ),
    ]

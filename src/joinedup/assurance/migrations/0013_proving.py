"""Dates put forward, versions put to a body, assurances, doubts, and what is embedded."""

import django.db.models.deletion
import joinedup.assurance.models.proving
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_organisations_work_on_items"),
        ("assurance", "0012_chasing"),
        ("files", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assurance",
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
                        default=joinedup.assurance.models.proving.assurance_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("said_by", models.CharField(max_length=200)),
                ("said_on", models.DateField()),
                ("words", models.TextField()),
                ("good_until", models.DateField()),
                ("recorded_on", models.DateField()),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_reason", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="Doubt",
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
                        default=joinedup.assurance.models.proving.doubt_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recurs", "Complete, yet it comes back"),
                            ("future", "Complete, while its text speaks of the future"),
                            ("unsaid", "Overdue, and nobody has said why"),
                            ("two_plans", "Two plans say different things of one duty"),
                            ("no_row", "Complete without the plan row it asked for"),
                        ],
                        max_length=10,
                    ),
                ),
                ("facts", models.JSONField(default=dict)),
                ("facts_hash", models.CharField(max_length=64)),
                ("asked_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waiting for an answer"),
                            ("answered", "Answered"),
                            ("gone", "No longer so"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("gone_on", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="PlanVersion",
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
                        default=joinedup.assurance.models.proving.version_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Submitted"),
                            ("considered", "Considered"),
                            ("approved", "Approved"),
                            ("sent_back", "Sent back"),
                            ("taken_back", "Taken back"),
                        ],
                        default="submitted",
                        max_length=10,
                    ),
                ),
                ("content", models.JSONField()),
                ("content_hash", models.CharField(max_length=64)),
                ("to_body", models.CharField(max_length=200)),
                ("words", models.TextField(blank=True)),
                ("submitted_on", models.DateField()),
                ("considered_on", models.DateField(blank=True, null=True)),
                ("considered_minute", models.CharField(blank=True, max_length=300)),
                ("considered_words", models.TextField(blank=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("minute", models.CharField(blank=True, max_length=300)),
                ("decision", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="ProposedDate",
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
                        default=joinedup.assurance.models.proving.proposal_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("due_before", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField()),
                ("reason", models.TextField()),
                ("said_by", models.CharField(blank=True, max_length=200)),
                ("proposed_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting for a decision"),
                            ("approved", "Approved"),
                            ("refused", "Not approved"),
                            ("taken_back", "Taken back"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=200)),
                ("minute", models.CharField(blank=True, max_length=300)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("words", models.TextField(blank=True)),
            ],
        ),
        migrations.AddField(
            model_name="action",
            name="embedded_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="action",
            name="embedded_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="evidence",
            name="verdict",
            field=models.CharField(
                blank=True,
                choices=[
                    ("shows", "It shows it"),
                    ("part", "It shows part of it"),
                    ("not", "It does not show it"),
                    ("", "Not judged"),
                ],
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="dates_by",
            field=models.CharField(
                choices=[
                    ("named", "Whoever is named with the new date"),
                    ("body", "The body that the plan answers to, in a meeting"),
                ],
                default="named",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="update",
            name="kind",
            field=models.CharField(
                choices=[
                    ("added", "Added"),
                    ("import", "Imported"),
                    ("progress", "Progress"),
                    ("status", "Status"),
                    ("new_date", "New date"),
                    ("met", "Met this time"),
                    ("evidence", "Evidence"),
                    ("challenge", "Question"),
                    ("answer", "Answer"),
                    ("sign_off", "Agreed"),
                    ("reopened", "Reopened"),
                    ("colour", "Colour"),
                    ("owners", "Owners"),
                    ("correction", "Edited"),
                    ("chased", "Reminder"),
                    ("ran_out", "Evidence ran out"),
                    ("judged", "Evidence judged"),
                    ("date_asked", "New date put forward"),
                    ("date_kept", "New date not approved"),
                    ("told", "Assurance given"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("embedded_on__isnull", True),
                    ("status__in", ["complete", "in_force"]),
                    _connector="OR",
                ),
                name="assurance_embedded_is_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("judged_by__isnull", True),
                    models.Q(("judged_by", models.F("added_by")), _negated=True),
                    _connector="OR",
                ),
                name="assurance_judged_by_another",
            ),
        ),
        migrations.AddField(
            model_name="assurance",
            name="accepted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="assurance",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assurances",
                to="assurance.action",
            ),
        ),
        migrations.AddField(
            model_name="assurance",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.agency"
            ),
        ),
        migrations.AddField(
            model_name="assurance",
            name="evidence",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assurances",
                to="assurance.evidence",
            ),
        ),
        migrations.AddField(
            model_name="assurance",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="update",
            name="told",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.assurance",
            ),
        ),
        migrations.AddField(
            model_name="doubt",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="doubts",
                to="assurance.action",
            ),
        ),
        migrations.AddField(
            model_name="doubt",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="doubt",
            name="asked_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="access.person",
            ),
        ),
        migrations.AddField(
            model_name="doubt",
            name="other",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="doubted_by",
                to="assurance.action",
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="assurance.plan",
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="submitted_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="proposeddate",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposed_dates",
                to="assurance.action",
            ),
        ),
        migrations.AddField(
            model_name="proposeddate",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="proposeddate",
            name="proposed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="update",
            name="proposed",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assurance.proposeddate",
            ),
        ),
        migrations.AddIndex(
            model_name="assurance",
            index=models.Index(fields=["action", "ended_on"], name="assurance_told_of"),
        ),
        migrations.AddConstraint(
            model_name="assurance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_on__isnull", True), ("evidence__isnull", False), _connector="OR"
                ),
                name="assurance_accepted_on_evidence",
            ),
        ),
        migrations.AddConstraint(
            model_name="assurance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True),
                    models.Q(("end_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="assurance_told_ended_with_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="doubt",
            index=models.Index(fields=["state", "asked_on"], name="assurance_doubts_open"),
        ),
        migrations.AddIndex(
            model_name="doubt",
            index=models.Index(fields=["asked_of", "state"], name="assurance_doubts_of"),
        ),
        migrations.AddConstraint(
            model_name="doubt",
            constraint=models.UniqueConstraint(
                fields=("action", "kind", "facts_hash"), name="assurance_doubt_asked_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="doubt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    models.Q(
                        models.Q(("answer", ""), _negated=True), ("answered_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="assurance_doubt_answered_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                fields=("plan", "number"), name="assurance_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("submitted", "considered"))),
                fields=("plan",),
                name="assurance_one_version_waits",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "approved"), _negated=True),
                    models.Q(
                        ("decided_on__isnull", False),
                        models.Q(("minute", ""), _negated=True),
                        models.Q(("to_body", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="assurance_approved_in_a_minute",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "sent_back"), _negated=True),
                    models.Q(
                        ("decided_on__isnull", False), models.Q(("decision", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="assurance_sent_back_with_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_on__isnull", True),
                    ("decided_on__gte", models.F("submitted_on")),
                    _connector="OR",
                ),
                name="assurance_decided_after_submitted",
            ),
        ),
        migrations.AddIndex(
            model_name="proposeddate",
            index=models.Index(fields=["state", "proposed_on"], name="assurance_dates_waiting"),
        ),
        migrations.AddConstraint(
            model_name="proposeddate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("action",),
                name="assurance_one_date_waits",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposeddate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "waiting"), ("decided_on__isnull", False), _connector="OR"
                ),
                name="assurance_date_decided_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposeddate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "approved"), _negated=True),
                    models.Q(("body", ""), _negated=True),
                    _connector="OR",
                ),
                name="assurance_date_approved_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposeddate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refused"), _negated=True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="assurance_date_refused_with_reason",
            ),
        ),
    ]

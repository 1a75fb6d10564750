import django.db.models.deletion
import joinedup.concerns.models.concern
import joinedup.concerns.models.reports
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0005_roles_of_casework"),
        ("access", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Concern",
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
                        default=joinedup.concerns.models.concern.concern_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("public", "Public form"),
                            ("staff", "Staff form"),
                            ("partner", "Partner form"),
                            ("phone", "Telephone"),
                            ("mail", "E-mail"),
                            ("legacy", "Older system"),
                            ("link", "Answer by link"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=80)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "New"),
                            ("taken", "Somebody is deciding"),
                            ("awaiting", "Sent, waiting for their decision"),
                            ("case", "To become a case"),
                            ("ended", "Ended"),
                        ],
                        default="received",
                        max_length=10,
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("decide_by_on", models.DateField()),
                ("types", models.JSONField(default=list)),
                ("rules_hash", models.CharField(blank=True, max_length=64)),
                ("old_reference", models.CharField(blank=True, db_index=True, max_length=100)),
                ("where", models.CharField(blank=True, max_length=300)),
                ("type_groups", models.CharField(blank=True, max_length=200)),
                ("has_exploitation_indicator", models.BooleanField(default=False)),
                ("is_sexual", models.BooleanField(default=False)),
                (
                    "age_group",
                    models.CharField(
                        choices=[
                            ("child", "Under 18"),
                            ("unknown", "Age not known"),
                            ("adult", "18 or over"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("has_adult_at_risk", models.BooleanField(default=False)),
                ("may_be_under_13", models.BooleanField(default=False)),
                (
                    "allegation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "No"),
                            ("children", "Children"),
                            ("adults", "Adults at risk"),
                            ("both", "Children and adults at risk"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("sent_children_at", models.DateTimeField(blank=True, null=True)),
                ("sent_adults_at", models.DateTimeField(blank=True, null=True)),
                ("sent_police_at", models.DateTimeField(blank=True, null=True)),
                ("sent_designated_at", models.DateTimeField(blank=True, null=True)),
                ("sent_trust_lead_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("all_answered_at", models.DateTimeField(blank=True, null=True)),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_action", "No further action"),
                            ("advice", "Advice or signposting"),
                            ("early_help", "Early help"),
                            ("onward", "Sent on to another service"),
                            ("case", "Our own case"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("case_reference", models.CharField(blank=True, max_length=24)),
                ("has_news", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "decider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "guard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.guard",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["state", "decide_by_on"], name="concerns_co_state_e0e420_idx"
                    ),
                    models.Index(fields=["received_at"], name="concerns_co_receive_6bf20f_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("type_groups__contains", "|indicator|"), _negated=True),
                            ("has_exploitation_indicator", True),
                            _connector="OR",
                        ),
                        name="concerns_indicator_follows_types",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("type_groups__contains", "|sexual|"), _negated=True),
                            ("is_sexual", True),
                            _connector="OR",
                        ),
                        name="concerns_sexual_follows_types",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("type_groups__contains", "|allegation|"), _negated=True),
                            models.Q(("allegation", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="concerns_allegation_follows_types",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ending", ""),
                            ("has_exploitation_indicator", False),
                            models.Q(("age_group__in", ["child", "unknown"]), _negated=True),
                            models.Q(
                                ("ending__in", ["onward", "case"]),
                                ("sent_children_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_exploited_child_is_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ending", ""),
                            ("has_exploitation_indicator", False),
                            ("has_adult_at_risk", False),
                            models.Q(
                                ("ending__in", ["onward", "case"]),
                                models.Q(
                                    ("sent_adults_at__isnull", False),
                                    ("sent_police_at__isnull", False),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_exploited_adult_is_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ending", ""),
                            ("is_sexual", False),
                            ("may_be_under_13", False),
                            models.Q(
                                ("ending__in", ["onward", "case"]),
                                ("sent_children_at__isnull", False),
                                ("sent_police_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_under_13_is_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ending", ""),
                            models.Q(("allegation__in", ["children", "both"]), _negated=True),
                            models.Q(
                                ("ending__in", ["onward", "case"]),
                                ("sent_designated_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_allegation_to_designated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ending", ""),
                            models.Q(("allegation__in", ["adults", "both"]), _negated=True),
                            models.Q(
                                ("ending__in", ["onward", "case"]),
                                ("sent_trust_lead_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_allegation_to_trust_lead",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ending", "onward"), _negated=True),
                            ("sent_at__isnull", False),
                            _connector="OR",
                        ),
                        name="concerns_onward_is_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True),
                                ("ending", ""),
                                ("state__in", ["received", "taken"]),
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("state__in", ["awaiting", "case", "ended"]),
                                models.Q(("ending", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_leaves_queue_decided",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ended"), _negated=True),
                            ("sent_at__isnull", True),
                            ("all_answered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="concerns_waits_for_their_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ended"), _negated=True),
                            models.Q(("ending", "case"), _negated=True),
                            models.Q(("case_reference", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="concerns_case_is_opened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("state", "ended")),
                            models.Q(
                                models.Q(("state", "ended"), _negated=True),
                                ("ended_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_ended_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "taken"), _negated=True),
                            models.Q(("decider__isnull", False), ("taken_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="concerns_taken_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernPerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("child", "Child or young person"),
                            ("adult", "Adult at risk"),
                            ("of_concern", "Person of concern"),
                            ("parent", "Parent or carer"),
                            ("other", "Somebody else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("words", models.CharField(blank=True, max_length=1000)),
                ("age_words", models.CharField(blank=True, max_length=100)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("is_unborn", models.BooleanField(default=False)),
                ("youngest", models.PositiveIntegerField(blank=True, null=True)),
                ("oldest", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "age_group",
                    models.CharField(
                        choices=[
                            ("child", "Under 18"),
                            ("unknown", "Age not known"),
                            ("adult", "18 or over"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("lives", models.CharField(blank=True, max_length=300)),
                ("found", models.CharField(blank=True, max_length=300)),
                ("phone", models.CharField(blank=True, max_length=60)),
                (
                    "works_with",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "No"),
                            ("children", "Children"),
                            ("adults", "Adults at risk"),
                            ("both", "Children and adults at risk"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("age_known_from", models.CharField(blank=True, max_length=300)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "colleague",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.person",
                    ),
                ),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="concerns.concern",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_unborn", False), ("born_on__isnull", True), _connector="OR"
                        ),
                        name="concerns_unborn_has_no_birthday",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("age_group", "adult"), _negated=True),
                            ("youngest__gte", 18),
                            _connector="OR",
                        ),
                        name="concerns_adult_is_sure",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ending",
                    models.CharField(
                        choices=[
                            ("no_action", "No further action"),
                            ("advice", "Advice or signposting"),
                            ("early_help", "Early help"),
                            ("onward", "Sent on to another service"),
                            ("case", "Our own case"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("asked_duty_post", models.CharField(blank=True, max_length=300)),
                ("facts", models.JSONField(default=dict)),
                ("law", models.JSONField(default=dict)),
                ("decided_at", models.DateTimeField()),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="concerns.concern",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="concerns_decision_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                ("code", models.CharField(max_length=60)),
                ("reason", models.CharField(max_length=300)),
                ("kept_at", models.DateTimeField(auto_now_add=True)),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kept_words",
                        to="concerns.concern",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="concerns_kept_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
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
                        default=joinedup.concerns.models.reports.report_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("is_first", models.BooleanField(default=False)),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("public", "Public form"),
                            ("staff", "Staff form"),
                            ("partner", "Partner form"),
                            ("phone", "Telephone"),
                            ("mail", "E-mail"),
                            ("legacy", "Older system"),
                            ("link", "Answer by link"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=80)),
                ("words", models.TextField()),
                ("told", models.CharField(blank=True, max_length=500)),
                ("received_at", models.DateTimeField()),
                ("entered_at", models.DateTimeField(auto_now_add=True)),
                ("raiser_name", models.CharField(blank=True, max_length=200)),
                ("raiser_contact", models.CharField(blank=True, max_length=300)),
                ("safe", models.CharField(blank=True, max_length=500)),
                ("wants_news", models.BooleanField(default=True)),
                ("code_hash", models.CharField(blank=True, db_index=True, max_length=64)),
                ("telephoned_to", models.CharField(blank=True, max_length=200)),
                ("telephoned_at", models.DateTimeField(blank=True, null=True)),
                ("telephoned_reference", models.CharField(blank=True, max_length=100)),
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
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="concerns.concern",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "guard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.guard",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="concerns_report_says_something",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_first", True)),
                        fields=("concern",),
                        name="concerns_one_first_report",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("code_hash", ""), _negated=True),
                        fields=("code_hash",),
                        name="concerns_code_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("telephoned_at__isnull", True), ("telephoned_to", "")),
                            models.Q(
                                models.Q(("telephoned_to", ""), _negated=True),
                                ("telephoned_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="concerns_telephoned_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("read", "Read"),
                            ("decided", "Decided"),
                            ("news", "News"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField()),
                ("told_at", models.DateTimeField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tellings",
                        to="concerns.report",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="concerns_telling_says_something",
                    )
                ],
            },
        ),
    ]

import django.db.models.deletion
import joinedup.cases.models.case
import joinedup.cases.models.closing
import joinedup.cases.models.enquiries
import joinedup.cases.models.work
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
            name="Case",
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
                        default=joinedup.cases.models.case.case_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("early_help", "Early help (team around the child)"),
                            ("child_in_need", "Child in need"),
                            ("child_protection", "Child protection"),
                            ("looked_after", "Looked after"),
                            ("section_42", "Adult section 42"),
                            ("none", "None: our own work"),
                        ],
                        max_length=20,
                    ),
                ),
                ("opened_on", models.DateField()),
                ("why", models.TextField()),
                ("wants", models.TextField(blank=True)),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("not_asked", "Not looked at yet"),
                            ("has", "Can decide this"),
                            ("lacks", "Cannot decide this"),
                            ("varies", "It varies"),
                        ],
                        default="not_asked",
                        max_length=10,
                    ),
                ),
                (
                    "agreement",
                    models.CharField(
                        choices=[
                            ("not_asked", "Not asked yet"),
                            ("agrees", "They agree"),
                            ("disagrees", "They do not agree"),
                        ],
                        default="not_asked",
                        max_length=10,
                    ),
                ),
                ("override_ground", models.TextField(blank=True)),
                ("is_domestic_abuse", models.BooleanField(default=False)),
                (
                    "housing_result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_duty", "Not homeless or threatened with it"),
                            ("prevention", "Prevention duty"),
                            ("relief", "Relief duty"),
                            ("main", "Main duty"),
                            ("declined", "They do not want to apply"),
                        ],
                        max_length=12,
                    ),
                ),
                ("housing_on", models.DateField(blank=True, null=True)),
                ("housing_reference", models.CharField(blank=True, max_length=60)),
                ("has_exploitation", models.BooleanField(default=False)),
                ("exit_words", models.TextField(blank=True)),
                ("exit_signed_on", models.DateField(blank=True, null=True)),
                ("transition_plan", models.TextField(blank=True)),
                ("transition_on", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("asked", "Closing asked for, not countersigned"),
                            ("closed", "Closed"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                (
                    "close_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safe", "They are safe and the plan is done"),
                            ("died", "They have died"),
                            ("error", "It was entered in error"),
                            ("accepted", "A named body has accepted responsibility in writing"),
                            ("declines", "An adult who can decide, free of pressure, declines"),
                        ],
                        max_length=10,
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("blocks_left", models.PositiveSmallIntegerField(default=0)),
                ("is_short", models.BooleanField(default=False)),
                ("short_reason", models.TextField(blank=True)),
                ("reopened_on", models.DateField(blank=True, null=True)),
                ("times_reopened", models.PositiveSmallIntegerField(default=0)),
                ("days_closed", models.PositiveIntegerField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "countersigned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "exit_signed_by",
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
                (
                    "lead_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.agency",
                    ),
                ),
                (
                    "lead_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.person",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["state", "opened_on"], name="cases_case_state_c0efe2_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "closed"), _negated=True),
                            models.Q(
                                ("closed_by__isnull", False),
                                ("closed_on__isnull", False),
                                ("countersigned_by__isnull", False),
                                (
                                    "close_reason__in",
                                    ["safe", "died", "error", "accepted", "declines"],
                                ),
                                models.Q(
                                    ("closed_by", models.F("countersigned_by")), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="cases_closed_by_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "closed"), _negated=True),
                            ("blocks_left", 0),
                            _connector="OR",
                        ),
                        name="cases_nothing_blocks_a_closed_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "closed"), _negated=True),
                            ("has_exploitation", False),
                            ("exit_signed_on__isnull", False),
                            ("close_reason__in", ("died", "error", "accepted", "declines")),
                            _connector="OR",
                        ),
                        name="cases_exploitation_needs_exit_assessment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "closed"), _negated=True),
                            ("is_short", False),
                            models.Q(("short_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="cases_short_case_needs_managers_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "closed"),
                            models.Q(("close_reason", ""), ("closed_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="cases_open_case_has_no_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("exit_signed_by__isnull", True), ("exit_signed_on__isnull", True)
                            ),
                            models.Q(
                                ("exit_signed_by__isnull", False),
                                ("exit_signed_on__isnull", False),
                                models.Q(("exit_words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="cases_exit_assessment_is_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreement", "disagrees"), _negated=True),
                            models.Q(("route", "section_42"), _negated=True),
                            models.Q(("override_ground", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="cases_adult_overridden_on_a_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("housing_on__isnull", True), ("housing_result", "")),
                            models.Q(
                                models.Q(("housing_result", ""), _negated=True),
                                ("housing_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="cases_housing_check_has_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("transition_on__isnull", True), ("transition_plan", "")),
                            models.Q(
                                models.Q(("transition_plan", ""), _negated=True),
                                ("transition_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="cases_transition_plan_has_date",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseConcern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("concern", models.CharField(db_index=True, max_length=24)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reopen", "Open the case again"),
                            ("new_case", "Open a new case"),
                            ("neither", "Neither"),
                        ],
                        max_length=8,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("decided_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerns",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
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
                    models.UniqueConstraint(fields=("case", "concern"), name="cases_concern_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict", ""),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="cases_verdict_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("part", models.CharField(max_length=200)),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="cases.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CaseSubject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(blank=True, db_index=True, max_length=24)),
                ("name", models.CharField(max_length=200)),
                ("born_on", models.DateField(blank=True, null=True)),
                (
                    "age",
                    models.CharField(
                        choices=[
                            ("child", "Under 18"),
                            ("unborn", "Not yet born"),
                            ("adult", "18 or over"),
                            ("unknown", "Age not known"),
                        ],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("is_main", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_main", True)),
                        fields=("case",),
                        name="cases_one_main_subject",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Context",
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
                            ("place", "Place"),
                            ("person_of_concern", "Person of concern"),
                            ("peer", "Friend or peer"),
                            ("parent", "Parent or carer as partner"),
                            ("online", "Online"),
                        ],
                        max_length=18,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("words", models.TextField(blank=True)),
                ("noted_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contexts",
                        to="cases.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Enquiry",
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
                        default=joinedup.cases.models.enquiries.enquiry_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("strategy", "Strategy discussion"),
                            ("section_47", "Section 47 enquiry"),
                            ("section_42", "Section 42 enquiry"),
                        ],
                        max_length=12,
                    ),
                ),
                ("begun_on", models.DateField()),
                (
                    "has_needs",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("unsure", "We are not sure")],
                        max_length=6,
                    ),
                ),
                (
                    "is_at_risk",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("unsure", "We are not sure")],
                        max_length=6,
                    ),
                ),
                (
                    "cannot_protect",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("unsure", "We are not sure")],
                        max_length=6,
                    ),
                ),
                ("our_words", models.TextField(blank=True)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("awaited", "Awaited"),
                            ("goes_on", "It goes on"),
                            ("not_met", "The tests are not met"),
                            ("substantiated", "Substantiated"),
                            ("not_substantiated", "Not substantiated"),
                            ("other_way", "Another way was chosen"),
                        ],
                        default="awaited",
                        max_length=18,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("their_words", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enquiries",
                        to="cases.case",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on__isnull", True), ("decision", "awaited")),
                            models.Q(
                                models.Q(("decision", "awaited"), _negated=True),
                                ("decided_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="cases_decision_has_date",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Flag",
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
                        default=joinedup.cases.models.enquiries.flag_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("words", models.CharField(max_length=200)),
                ("why", models.TextField()),
                ("set_on", models.DateField()),
                ("review_on", models.DateField()),
                ("removed_on", models.DateField(blank=True, null=True)),
                ("removed_because", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="flags",
                        to="cases.case",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "set_by",
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
                        condition=models.Q(
                            ("removed_on__isnull", True),
                            models.Q(("removed_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="cases_removed_flag_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FlagShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shared_on", models.DateField()),
                ("told_of_removal_on", models.DateField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.agency",
                    ),
                ),
                (
                    "flag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="cases.flag",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("flag", "agency"), name="cases_flag_shared_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
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
                            ("note", "Note"),
                            ("contact", "Contact"),
                            ("visit", "Visit"),
                            ("views", "Views and wishes, in their own words"),
                            ("advocacy", "Advocate"),
                            ("decision", "Decision"),
                            ("handover", "Handover"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField()),
                ("happened_on", models.DateField()),
                ("is_seen_alone", models.BooleanField(default=False)),
                ("written_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="cases.case",
                    ),
                ),
                (
                    "written_by",
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
                "indexes": [
                    models.Index(
                        fields=["case", "happened_on"], name="cases_note_case_id_81b3d7_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="cases_note_has_words",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelListing",
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
                        default=joinedup.cases.models.closing.listing_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("panel", models.CharField(max_length=80)),
                ("added_on", models.DateField()),
                ("why", models.TextField()),
                ("removed_on", models.DateField(blank=True, null=True)),
                ("blocks_left", models.PositiveSmallIntegerField(default=0)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="cases.case",
                    ),
                ),
                (
                    "countersigned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_by",
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
                    models.UniqueConstraint(
                        condition=models.Q(("removed_on__isnull", True)),
                        fields=("case", "panel"),
                        name="cases_on_a_list_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_on__isnull", True),
                            models.Q(
                                ("blocks_left", 0),
                                ("countersigned_by__isnull", False),
                                ("removed_by__isnull", False),
                                models.Q(
                                    ("removed_by", models.F("countersigned_by")), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="cases_removed_by_two",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("safe", "They are safe and the plan is done"),
                            ("died", "They have died"),
                            ("error", "It was entered in error"),
                            ("accepted", "A named body has accepted responsibility in writing"),
                            ("declines", "An adult who can decide, free of pressure, declines"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "circumstance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stepped_back", "They have stepped back from us"),
                            ("turned_18", "They have turned 18"),
                            ("moved", "They have moved away"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("body", models.CharField(blank=True, max_length=200)),
                ("body_letter", models.CharField(blank=True, max_length=300)),
                ("is_uncoerced", models.BooleanField(default=False)),
                ("is_nobody_else_at_risk", models.BooleanField(default=False)),
                ("asked_on", models.DateField()),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("is_signed", models.BooleanField(default=False)),
                ("answer", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closings",
                        to="cases.case",
                    ),
                ),
                (
                    "listing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closings",
                        to="cases.panellisting",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason__in", ["safe", "died", "error", "accepted", "declines"]),
                            models.Q(("words", ""), _negated=True),
                        ),
                        name="cases_closing_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "accepted"), _negated=True),
                            models.Q(
                                models.Q(("body", ""), _negated=True),
                                models.Q(("body_letter", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="cases_acceptance_is_in_writing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "declines"), _negated=True),
                            models.Q(("is_nobody_else_at_risk", True), ("is_uncoerced", True)),
                            _connector="OR",
                        ),
                        name="cases_adult_declines_freely",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by__isnull", True),
                            models.Q(("answered_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="cases_second_person_signs",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_by__isnull", True),
                                ("answered_on__isnull", True),
                                ("is_signed", False),
                            ),
                            models.Q(
                                ("answered_by__isnull", False), ("answered_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="cases_answer_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", True), ("listing__isnull", True)
                        ),
                        fields=("case",),
                        name="cases_one_closing_at_a_time",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answered_on__isnull", True)),
                        fields=("listing",),
                        name="cases_one_removal_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItem",
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
                        default=joinedup.cases.models.work.item_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("words", models.TextField()),
                ("is_support", models.BooleanField(default=False)),
                ("who", models.CharField(max_length=200)),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "To do"),
                            ("waiting", "Waiting for a place"),
                            ("done", "Done"),
                            ("not_needed", "No longer needed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_words", models.TextField(blank=True)),
                ("made_on", models.DateField()),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", True), ("state__in", ["open", "waiting"])
                            ),
                            models.Q(("ended_on__isnull", False), ("state", "done")),
                            models.Q(
                                ("ended_on__isnull", False),
                                ("state", "not_needed"),
                                models.Q(("ended_words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="cases_step_ends_with_date",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
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
                        choices=[("supervision", "Supervision"), ("case_review", "Case review")],
                        max_length=12,
                    ),
                ),
                ("held_on", models.DateField()),
                ("with_whom", models.CharField(max_length=200)),
                ("words", models.TextField()),
                ("next_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="cases.case",
                    ),
                ),
                (
                    "recorded_by",
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
                        name="cases_session_has_words",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("summary", models.TextField()),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers",
                        to="cases.case",
                    ),
                ),
                (
                    "from_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.person",
                    ),
                ),
                (
                    "to_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.person",
                    ),
                ),
                (
                    "to_team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.team",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("summary", ""), _negated=True),
                        name="cases_handover_has_summary",
                    )
                ],
            },
        ),
    ]

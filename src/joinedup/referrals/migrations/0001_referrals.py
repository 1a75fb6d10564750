import django.db.models.deletion
import joinedup.referrals.models
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
            name="Referral",
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
                        default=joinedup.referrals.models.referral_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("about", models.CharField(db_index=True, max_length=24)),
                ("receiver", models.CharField(max_length=80)),
                ("receiver_hash", models.CharField(max_length=64)),
                ("receiver_name", models.CharField(blank=True, max_length=200)),
                (
                    "age",
                    models.CharField(
                        choices=[
                            ("child", "Under 18"),
                            ("unborn", "Not yet born"),
                            ("adult", "18 or over"),
                            ("unknown", "Age not known"),
                        ],
                        max_length=8,
                    ),
                ),
                ("has_indicators", models.BooleanField(default=False)),
                ("primary_receiver", models.CharField(blank=True, max_length=80)),
                ("parts", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafted", "Drafted, not sent"),
                            ("sent", "Sent, not answered"),
                            ("acknowledged", "Arrived, not decided"),
                            ("accepted", "Accepted, outcome awaited"),
                            ("declined", "Declined"),
                            ("ended", "Outcome known"),
                            ("kept_back", "Decided not to send"),
                        ],
                        default="drafted",
                        max_length=12,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("portal", "The receiver’s own form"),
                            ("secure_mail", "Secure mail with a PDF"),
                            ("telephone", "Telephone"),
                        ],
                        max_length=12,
                    ),
                ),
                ("proof", models.CharField(blank=True, max_length=300)),
                ("basis", models.CharField(blank=True, max_length=80)),
                (
                    "told",
                    models.CharField(
                        blank=True,
                        choices=[("told", "They were told"), ("not_told", "They were not told")],
                        max_length=8,
                    ),
                ),
                ("why_not_told", models.TextField(blank=True)),
                (
                    "agreed",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "They agreed"),
                            ("no", "They did not agree"),
                            ("not_asked", "They were not asked"),
                        ],
                        max_length=9,
                    ),
                ),
                ("ground", models.TextField(blank=True)),
                ("sent_on", models.DateField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("their_reference", models.CharField(blank=True, max_length=100)),
                ("acknowledged_on", models.DateField(blank=True, null=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("threshold", models.CharField(blank=True, max_length=200)),
                ("reason", models.TextField(blank=True)),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("strategy", "Strategy discussion"),
                            ("section_47", "Section 47 enquiry"),
                            ("section_42", "Section 42 enquiry"),
                            ("assessment", "Assessment"),
                            ("other_enquiry", "Other enquiry"),
                            ("early_help", "Early help"),
                            ("service", "Taken on by the service"),
                            ("heard", "Heard at a meeting"),
                            ("crime_recorded", "Crime recorded"),
                            ("intelligence", "Kept as information"),
                            ("employer", "Taken up with the employer"),
                            ("no_further", "No further action"),
                        ],
                        max_length=16,
                    ),
                ),
                ("result_on", models.DateField(blank=True, null=True)),
                ("result_words", models.TextField(blank=True)),
                ("stands_because", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1)),
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
                    "copy_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="referrals.referral",
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
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_by",
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
                    models.Index(fields=["state", "receiver"], name="referrals_r_state_c337b8_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("receiver", "receiver.exploitation_team"), _negated=True),
                            models.Q(
                                ("copy_of__isnull", False),
                                ("primary_receiver", "receiver.children_social_care"),
                            ),
                            models.Q(
                                ("copy_of__isnull", False),
                                ("age", "adult"),
                                (
                                    "primary_receiver__in",
                                    [
                                        "receiver.adult_social_care",
                                        "receiver.police",
                                        "receiver.children_social_care",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="referrals_exploitation_team_gets_copies_only",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("copy_of__isnull", True), ("primary_receiver", "")),
                            models.Q(
                                ("copy_of__isnull", False),
                                models.Q(("primary_receiver", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referrals_copy_names_its_first",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("copy_of__isnull", True),
                            models.Q(("copy_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="referrals_no_copy_of_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("drafted", "kept_back")),
                            models.Q(
                                ("sent_at__isnull", False),
                                ("sent_on__isnull", False),
                                models.Q(("basis", ""), _negated=True),
                                models.Q(("told", ""), _negated=True),
                                models.Q(("channel", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referrals_sent_says_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("drafted", "kept_back")),
                            models.Q(("channel", "telephone"), _negated=True),
                            models.Q(("proof", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="referrals_call_says_to_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told", "not_told"), _negated=True),
                            models.Q(("why_not_told", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="referrals_untold_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("drafted", "kept_back")),
                            models.Q(("age", "adult"), ("agreed", "no"), _negated=True),
                            models.Q(("ground", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="referrals_adult_overridden_on_a_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "declined"), _negated=True),
                            models.Q(
                                ("decided_on__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referrals_declined_has_date_and_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "accepted"), _negated=True),
                            ("decided_on__isnull", False),
                            _connector="OR",
                        ),
                        name="referrals_accepted_has_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("result", ""),
                                ("result_on__isnull", True),
                                models.Q(("state", "ended"), _negated=True),
                            ),
                            models.Q(
                                models.Q(("result", ""), _negated=True),
                                ("result_on__isnull", False),
                                ("state", "ended"),
                            ),
                            _connector="OR",
                        ),
                        name="referrals_outcome_has_date_and_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "kept_back"), _negated=True),
                            models.Q(
                                models.Q(("reason", ""), _negated=True),
                                models.Q(("basis", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referrals_kept_back_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Challenge",
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
                        default=joinedup.referrals.models.challenge_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("about", models.CharField(db_index=True, max_length=24)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("declined", "They declined"),
                            ("silent", "They have not answered in time"),
                            ("result", "We disagree with what they decided"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.TextField()),
                ("stages_hash", models.CharField(max_length=64)),
                ("stage", models.PositiveSmallIntegerField(default=1)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Challenge under way"),
                            ("agreed", "Settled"),
                            ("unsettled", "Ended without agreement"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("has_changed", models.BooleanField(default=False)),
                ("opened_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("result", models.TextField(blank=True)),
                (
                    "guard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.guard",
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
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="referrals_challenge_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("ended_on__isnull", False),
                                models.Q(("result", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referrals_challenge_ends_with_words",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("referral",),
                        name="referrals_one_challenge_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReferralChase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=40)),
                ("due_on", models.DateField()),
                ("on", models.DateField()),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chases",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("referral", "step", "due_on"), name="referrals_step_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SeniorAlert",
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
                        default=joinedup.referrals.models.alert_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("about", models.CharField(db_index=True, max_length=24)),
                ("trigger", models.CharField(max_length=80)),
                ("subject", models.CharField(blank=True, max_length=24)),
                ("post_words", models.CharField(max_length=200)),
                ("raised_on", models.DateField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "guard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.guard",
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
                (
                    "read_by",
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
                            models.Q(("read_at__isnull", True), ("read_by__isnull", True)),
                            models.Q(("read_at__isnull", False), ("read_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referrals_receipt_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("read_at__isnull", True)),
                        fields=("trigger", "subject"),
                        name="referrals_one_alert_unread",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShareDecision",
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
                        default=joinedup.referrals.models.share_reference,
                        max_length=24,
                        unique=True,
                    ),
                ),
                ("about", models.CharField(db_index=True, max_length=24)),
                ("is_shared", models.BooleanField()),
                ("receiver", models.CharField(max_length=80)),
                (
                    "age",
                    models.CharField(
                        choices=[
                            ("child", "Under 18"),
                            ("unborn", "Not yet born"),
                            ("adult", "18 or over"),
                            ("unknown", "Age not known"),
                        ],
                        max_length=8,
                    ),
                ),
                ("basis", models.CharField(max_length=80)),
                ("basis_hash", models.CharField(max_length=64)),
                ("reason", models.TextField(blank=True)),
                ("by_ref", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                (
                    "guard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.guard",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), _negated=True),
                        name="referrals_share_has_basis",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_shared", True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="referrals_no_share_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", "basis.adult_declined"), _negated=True),
                            models.Q(("age", "adult"), ("is_shared", False)),
                            _connector="OR",
                        ),
                        name="referrals_only_adults_decline",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChallengeStage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("who", models.CharField(max_length=200)),
                ("started_on", models.DateField()),
                ("due_on", models.DateField()),
                ("said", models.TextField(blank=True)),
                ("dissent", models.TextField(blank=True)),
                ("is_settled", models.BooleanField(default=False)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stages",
                        to="referrals.challenge",
                    ),
                ),
                (
                    "ended_by",
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
                        fields=("challenge", "number"), name="referrals_stage_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("is_settled", True),
                            models.Q(("dissent", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="referrals_unsettled_stage_keeps_dissent",
                    ),
                ],
            },
        ),
    ]

"""A request for records has a time limit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clocks", "0007_open_in_order"),
    ]

    operations = [
        migrations.AlterField(
            model_name="clock",
            name="kind",
            field=models.CharField(
                choices=[
                    ("due", "Due date"),
                    ("occurrence", "Time of a recurring duty"),
                    ("answer", "Answer to a question"),
                    ("review", "Review"),
                    ("evidence", "Evidence runs out"),
                    ("acknowledge", "Referral to be acknowledged"),
                    ("decision", "Decision about a referral"),
                    ("result", "Outcome of a referral"),
                    ("challenge", "Refusal to be challenged or let stand"),
                    ("escalation", "Stage of a challenge"),
                    ("alert", "Something for a named senior to read"),
                    ("supervision", "Supervision of a case"),
                    ("case_review", "Review of a case"),
                    ("visit", "Visit"),
                    ("support", "Support that is needed or waited for"),
                    ("exit", "Exit assessment after exploitation"),
                    ("transition", "Plan for turning 18"),
                    ("flag", "Review of a warning"),
                    ("flag_off", "Somebody to be told that a warning is off"),
                    ("enquiry", "Decision about an enquiry"),
                    ("follow_up", "Somebody else who may be harmed"),
                    ("handover", "Handover to be read"),
                    ("transfer_out", "Another authority to accept a case"),
                    ("access", "Answer to a request for records"),
                    ("contact", "Decision on a concern"),
                    ("allegation", "Telling of an allegation"),
                    ("paper_out", "Paper to be published"),
                    ("paper_clear", "Paper to be cleared"),
                    ("key_notice", "Notice of a key decision"),
                    ("priv_notice", "Notice of a private meeting"),
                ],
                max_length=12,
            ),
        ),
    ]

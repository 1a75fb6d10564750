from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_seals_and_emergencies"),
        ("assurance", "0008_indexes_of_what_is_open"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="action",
            name="assurance_by_parent",
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("parent__isnull", False)),
                fields=["parent"],
                name="assurance_by_parent",
            ),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("status__in", ("complete", "rejected")), _negated=True),
                fields=["agency", "next_on", "status"],
                name="assurance_open_agency",
            ),
        ),
    ]

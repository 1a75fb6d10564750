"""Give actions that stand the key of their first owner."""

from django.db import migrations

from joinedup.assurance.rules.references import owner_key

AT_ONCE = 500


def keys_of_owners(apps, schema_editor):
    actions = apps.get_model("assurance", "Action")
    owners = apps.get_model("assurance", "Owner").objects.filter(to_on__isnull=True)
    columns = (
        "action", "printed", "person__name", "person__reference", "post__title", "post__reference",
        "agency__name", "agency__reference",
    )  # fmt: skip
    owned: dict[str, list[int]] = {}
    last = None
    for row in owners.order_by("action", "position", "pk").values_list(*columns).iterator():
        action, printed, *known = row
        if action == last:
            continue
        last = action
        pairs = zip(known[::2], known[1::2], strict=True)
        name, reference = next((pair for pair in pairs if pair[1]), (printed, ""))
        owned.setdefault(owner_key(name, reference), []).append(action)
    for key, ids in owned.items():
        for start in range(0, len(ids), AT_ONCE):
            actions.objects.filter(pk__in=ids[start : start + AT_ONCE]).update(owner_key=key)


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0015_order_of_owners"),
    ]

    operations = [
        migrations.RunPython(keys_of_owners, migrations.RunPython.noop),
    ]

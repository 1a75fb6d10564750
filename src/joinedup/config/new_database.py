"""Lays out the tables of a new database at once, as the migrations leave them.

Walking through every migration draws a hundred models anew for each of some four hundred steps:
most of a minute of processor, for a database that holds nothing yet. Here the migrations are read
and not walked: their end is the state from which the tables, indexes and constraints are made, by
Django's own schema editor, and each is recorded as applied. A database that holds any table, or a
migration whose code nobody has judged below, goes the ordinary way.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

__all__ = ["lay_out", "not_judged"]

CHANGES_WHAT_STANDS = frozenset(
    {
        ("access", "0007_moments_of_seals"),
        ("account", "0006_emailaddress_lower"),
        ("account", "0008_emailaddress_unique_primary_email_fixup"),
        ("assurance", "0010_whole_addresses_of_views"),
        ("assurance", "0011_organisations_work_on_what_they_own"),
        ("assurance", "0016_order_of_owners_that_stand"),
        ("cases", "0005_told_before"),
        ("cases", "0014_supervision_confirmed"),
        ("library", "0002_duties_twice"),
        ("referrals", "0010_alerts_without_a_post"),
        ("auth", "0011_update_proxy_permissions"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0008_separate_results_field"),
        ("django_tasks_database", "0011_rename_complete_status"),
        ("django_tasks_database", "0013_separate_exception_fields"),
        ("django_tasks_database", "0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more"),
        ("django_tasks_database", "0018_rename_succeeded_status"),
        (
            "django_tasks_database",
            "0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more",
        ),
    }
)
"""Migrations whose code changes rows or names that stand. Where nothing stands it has no work."""

MAKES_TABLES = frozenset({("assurance", "0003_search"), ("subjects", "0003_keys_by_value")})
"""Migrations whose code makes what no model describes, or otherwise than models can say. It is run
once the tables are there."""

PLAIN = ("django.db.migrations.operations.fields", "django.db.migrations.operations.models")


def lay_out() -> bool:
    """Make every table of an empty database, in one transaction. False, with nothing done, where
    the database is not empty or a migration runs code that is not judged above."""
    if set(connection.introspection.table_names()) - {"django_migrations"}:
        return False
    executor = MigrationExecutor(connection)
    if executor.loader.applied_migrations or not_judged(executor):
        return False
    ends = executor.loader.graph.leaf_nodes()
    plan = [migration for migration, _ in executor.migration_plan(ends, clean_start=True)]
    apps = executor.loader.project_state(ends).apps
    with connection.schema_editor(atomic=True) as editor:
        if not executor.recorder.has_table():
            editor.create_model(MigrationRecorder.Migration)
        for model in apps.get_models():
            if model._meta.can_migrate(connection) and not model._meta.proxy:
                editor.create_model(model)
        for migration in plan:
            if _key(migration) in MAKES_TABLES:
                for operation in _code(migration):
                    operation.code(apps, editor)
        now = timezone.now()
        executor.recorder.migration_qs.bulk_create(
            MigrationRecorder.Migration(app=one.app_label, name=one.name, applied=now)
            for one in plan
        )
    return True


def not_judged(executor: MigrationExecutor) -> list[str]:
    """Migrations that run code of which it is not said here what it means for a new database."""
    return sorted(
        ".".join(_key(migration))
        for migration in executor.loader.graph.nodes.values()
        if _code(migration) and _key(migration) not in CHANGES_WHAT_STANDS | MAKES_TABLES
    )


def _key(migration: Migration) -> tuple[str, str]:
    return migration.app_label, migration.name


def _code(migration: Migration) -> list[Any]:
    """The operations of a migration that do more than describe tables."""
    return [one for one in migration.operations if type(one).__module__ not in PLAIN]

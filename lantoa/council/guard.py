"""The database's own refusal to change minutes: a version is never rewritten, the fixed one is the last.

On SQLite these are triggers, and a migration that alters the table there rebuilds it without them: put them up again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "lantoa_minutes"
REFUSAL = "minutes are kept as they were written"
TRIGGERS = [f"{TABLE}_no_rewriting", f"{TABLE}_fixed", f"{TABLE}_no_deleting", f"{TABLE}_none_after"]

_REWRITTEN = """NEW.text <> OLD.text OR NEW.results <> OLD.results OR NEW.number <> OLD.number
    OR NEW.meeting_id <> OLD.meeting_id OR NEW.written_by_id <> OLD.written_by_id
    OR NEW.written_at <> OLD.written_at OR NEW.reason <> OLD.reason"""
_ONE_IS_FIXED = """EXISTS (
    SELECT 1 FROM lantoa_minutes other WHERE other.meeting_id = NEW.meeting_id AND other.fixed_at IS NOT NULL)"""
_ABORT = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"

SQLITE = [
    f"CREATE TRIGGER {TABLE}_no_rewriting BEFORE UPDATE ON {TABLE} WHEN {_REWRITTEN} {_ABORT}",
    f"CREATE TRIGGER {TABLE}_fixed BEFORE UPDATE ON {TABLE} WHEN OLD.fixed_at IS NOT NULL {_ABORT}",
    f"CREATE TRIGGER {TABLE}_no_deleting BEFORE DELETE ON {TABLE} {_ABORT}",
    f"CREATE TRIGGER {TABLE}_none_after BEFORE INSERT ON {TABLE} WHEN {_ONE_IS_FIXED} {_ABORT}",
]
POSTGRESQL = [
    f"""CREATE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE FUNCTION {TABLE}_refuse_after() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            IF {_ONE_IS_FIXED} THEN
                RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        END $$""",
    f"""CREATE TRIGGER {TABLE}_no_rewriting BEFORE UPDATE ON {TABLE} FOR EACH ROW
        WHEN ({_REWRITTEN}) EXECUTE FUNCTION {TABLE}_refuse()""",
    f"""CREATE TRIGGER {TABLE}_fixed BEFORE UPDATE ON {TABLE} FOR EACH ROW
        WHEN (OLD.fixed_at IS NOT NULL) EXECUTE FUNCTION {TABLE}_refuse()""",
    f"""CREATE TRIGGER {TABLE}_no_deleting BEFORE DELETE OR TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()""",
    f"""CREATE TRIGGER {TABLE}_none_after BEFORE INSERT ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse_after()""",
]


def put_up(connection: BaseDatabaseWrapper) -> None:
    """From now on the database refuses to rewrite or delete minutes, and any version after the fixed one."""
    _run(connection, POSTGRESQL if connection.vendor == "postgresql" else SQLITE)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Lift the refusal: for undoing the migration, and for tests that empty every table."""
    if connection.vendor == "postgresql":
        _run(connection, [f"DROP FUNCTION IF EXISTS {TABLE}_{name}() CASCADE" for name in ("refuse", "refuse_after")])
    else:
        _run(connection, [f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS])


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

"""The database's own refusal to change the event log: triggers, by kind of database."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "lantoa_event"
TRIGGERS = ["lantoa_event_no_update", "lantoa_event_no_delete"]
REFUSAL = "event log is append-only"

SQLITE = [
    f"""CREATE TRIGGER lantoa_event_no_update BEFORE UPDATE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    f"""CREATE TRIGGER lantoa_event_no_delete BEFORE DELETE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
]
POSTGRESQL = [
    f"""CREATE FUNCTION lantoa_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE TRIGGER lantoa_event_no_update BEFORE UPDATE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION lantoa_event_refuse()""",
    f"""CREATE TRIGGER lantoa_event_no_delete BEFORE DELETE OR TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION lantoa_event_refuse()""",
]


def put_up(connection: BaseDatabaseWrapper) -> None:
    """From now on the database refuses UPDATE, DELETE and TRUNCATE of events."""
    _run(connection, POSTGRESQL if connection.vendor == "postgresql" else SQLITE)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Lift the refusal: for undoing the migration, and for tests that empty every table."""
    if connection.vendor == "postgresql":
        _run(connection, ["DROP FUNCTION IF EXISTS lantoa_event_refuse() CASCADE"])
    else:
        _run(connection, [f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS])


def standing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that stand on the event log."""
    if connection.vendor == "postgresql":
        question = "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal ORDER BY 1 DESC"
    else:
        question = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s ORDER BY 1 DESC"
    with connection.cursor() as cursor:
        cursor.execute(question, [TABLE])
        return [name for (name,) in cursor.fetchall()]


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

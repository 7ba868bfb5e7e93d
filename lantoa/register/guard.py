"""What the database itself refuses in the record book, where Django has no constraint that both kinds of database know.

No two posts of the same person, unit and position overlap; no unit is above itself. On SQLite these are triggers,
and a migration that alters one of the two tables there rebuilds it without them: put them up again at its end.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

OVERLAP, CIRCLE = "post_no_overlap", "unit_not_above_itself"

_OVERLAPS = """
    SELECT RAISE(ABORT, 'post_no_overlap') WHERE EXISTS (
        SELECT 1 FROM lantoa_post other
        WHERE other.person_id = NEW.person_id AND other.unit_id = NEW.unit_id AND other.position = NEW.position
          AND other.id <> NEW.id
          AND other.since <= COALESCE(NEW.until, '9999-12-31') AND NEW.since <= COALESCE(other.until, '9999-12-31')
    );
"""
_CIRCLES = """
    SELECT RAISE(ABORT, 'unit_not_above_itself') WHERE NEW.subject_id IN (
        WITH RECURSIVE line (id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT unit.parent_id FROM lantoa_unit unit JOIN line ON unit.subject_id = line.id
        )
        SELECT id FROM line
    );
"""
SQLITE = [
    f"CREATE TRIGGER {OVERLAP}_insert AFTER INSERT ON lantoa_post BEGIN {_OVERLAPS} END",
    f"""CREATE TRIGGER {OVERLAP}_update AFTER UPDATE OF person_id, unit_id, position, since, until ON lantoa_post
        BEGIN {_OVERLAPS} END""",
    f"CREATE TRIGGER {CIRCLE}_insert AFTER INSERT ON lantoa_unit WHEN NEW.parent_id IS NOT NULL BEGIN {_CIRCLES} END",
    f"""CREATE TRIGGER {CIRCLE}_update AFTER UPDATE OF parent_id ON lantoa_unit WHEN NEW.parent_id IS NOT NULL
        BEGIN {_CIRCLES} END""",
]
POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    f"""ALTER TABLE lantoa_post ADD CONSTRAINT {OVERLAP} EXCLUDE USING gist (
        person_id WITH =, unit_id WITH =, "position" WITH =, daterange(since, until, '[]') WITH &&)""",
    """CREATE FUNCTION lantoa_unit_not_above_itself() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.subject_id IN (
                WITH RECURSIVE line (id) AS (
                    SELECT NEW.parent_id
                    UNION
                    SELECT unit.parent_id FROM lantoa_unit unit JOIN line ON unit.subject_id = line.id
                )
                SELECT id FROM line WHERE id IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'unit_not_above_itself' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        END $$""",
    f"""CREATE TRIGGER {CIRCLE} AFTER INSERT OR UPDATE OF parent_id ON lantoa_unit
        FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION lantoa_{CIRCLE}()""",
]
TAKEN_DOWN = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {name}_{when}" for name in (OVERLAP, CIRCLE) for when in ("insert", "update")],
    "postgresql": [
        f"DROP FUNCTION IF EXISTS lantoa_{CIRCLE}() CASCADE",
        f"ALTER TABLE lantoa_post DROP CONSTRAINT IF EXISTS {OVERLAP}",
    ],
}


def put_up(connection: BaseDatabaseWrapper) -> None:
    """From now on the database refuses overlapping posts and circles of units."""
    _run(connection, POSTGRESQL if connection.vendor == "postgresql" else SQLITE)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Lift the refusal: for undoing the migration."""
    _run(connection, TAKEN_DOWN[connection.vendor])


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

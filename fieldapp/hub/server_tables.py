"""The hub's tables on PostgreSQL: two schemas, and frames parted by the month in which they came.

Parts are made ahead. A frame whose month has none goes into the part for all others, so that
nothing is ever refused for the want of one. Whoever asks for a laptop's frames locks every part and
its indexes: with a part a day, 300 days were too many for 32 requests at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text
from sqlalchemy.schema import CreateIndex, CreateTable

from fieldapp.hub import schema
from fieldapp.hub.frame_table import in_parts
from fieldapp.hub.postgres import SECOND, TRUTH, VIEWS

DAYS_AHEAD = 31
"""At the least the whole month to come."""
_DAY_S = 86_400
_HAS_HUB = text(f"SELECT to_regclass('{TRUTH}.setting') IS NOT NULL")
_IS_THERE = text("SELECT to_regclass(:name) IS NOT NULL")
_PART = "frame_%Y_%m"
_REPLACED = "hub_views_old"
# What was granted on the schema in use, its tables and their columns, as statements about the
# second; of tables that are no more, nothing.
_SAME_RIGHTS = text(f"""
    SELECT format('GRANT %s ON SCHEMA {SECOND} TO %I', may.privilege_type, may.grantee::regrole)
      FROM pg_namespace n, aclexplode(n.nspacl) may
     WHERE n.nspname = '{VIEWS}' AND may.grantee NOT IN (0, n.nspowner)
    UNION ALL
    SELECT format('GRANT %s ON {SECOND}.%I TO %I', may.privilege_type, c.relname,
                  may.grantee::regrole)
      FROM pg_class c, aclexplode(c.relacl) may
     WHERE c.relnamespace = '{VIEWS}'::regnamespace AND may.grantee NOT IN (0, c.relowner)
       AND to_regclass(format('{SECOND}.%I', c.relname)) IS NOT NULL
    UNION ALL
    SELECT format('GRANT %s (%I) ON {SECOND}.%I TO %I', may.privilege_type, a.attname, c.relname,
                  may.grantee::regrole)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) may
     WHERE c.relnamespace = '{VIEWS}'::regnamespace AND may.grantee NOT IN (0, c.relowner)
       AND EXISTS (SELECT FROM pg_attribute same WHERE same.attname = a.attname
                    AND same.attrelid = to_regclass(format('{SECOND}.%I', c.relname)))""")  # noqa: S608  our own names
_MAKE_MONTH = text(f"SELECT {TRUTH}.frame_month(:day)")
# What owns the tables makes the part, whoever asks: who folds may ask, and may not make tables.
# Attached, and not made as a part at once, because pages go on coming in meanwhile.
_FRAME_MONTH = f"""
CREATE OR REPLACE FUNCTION {TRUTH}.frame_month(day bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {TRUTH}, pg_temp AS $$
DECLARE
  month timestamp := date_trunc('month', to_timestamp(day * {_DAY_S}) AT TIME ZONE 'UTC');
  first bigint := extract(epoch FROM month);
  beyond bigint := extract(epoch FROM month + interval '1 month');
  part text := 'frame_' || to_char(month, 'YYYY_MM');
BEGIN
  IF to_regclass(part) IS NOT NULL THEN RETURN false; END IF;
  PERFORM 1 FROM frame_other WHERE received_s >= first AND received_s < beyond LIMIT 1;
  IF FOUND THEN RETURN false; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE frame INCLUDING DEFAULTS INCLUDING STORAGE)', part);
  EXECUTE format('ALTER TABLE frame ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
                 part, first, beyond);
  RETURN true;
END $$"""  # noqa: S608  nothing in it comes from outside


def has_hub(connection: Connection) -> bool:
    """Whether a hub's tables are there."""
    return bool(connection.execute(_HAS_HUB).scalar_one())


def make_frame(connection: Connection) -> None:
    """Make the schemas and the parted table, where they are missing. What is no hub's own schema
    stays untouched."""
    for name in (TRUTH, VIEWS):
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {name}"))
    schema.device.create(connection, checkfirst=True)
    frame = in_parts(schema.device.c.no)
    connection.execute(CreateTable(frame, if_not_exists=True))
    for index in frame.indexes:
        connection.execute(CreateIndex(index, if_not_exists=True))
    # a body is compressed already
    connection.execute(text("ALTER TABLE frame ALTER COLUMN body SET STORAGE EXTERNAL"))
    connection.execute(text("CREATE TABLE IF NOT EXISTS frame_other PARTITION OF frame DEFAULT"))
    connection.execute(text(_FRAME_MONTH))
    connection.execute(text(f"REVOKE ALL ON FUNCTION {TRUTH}.frame_month(bigint) FROM PUBLIC"))


def has_months(connection: Connection, now_s: int) -> bool:
    """Whether the part for the last of the days to come is there, and so all before it."""
    part = (datetime.fromtimestamp(now_s, UTC) + timedelta(days=DAYS_AHEAD)).strftime(_PART)
    return bool(connection.execute(_IS_THERE, {"name": f"{TRUTH}.{part}"}).scalar_one())


def make_months(connection: Connection, now_s: int) -> int:
    """Make the parts for today and the days to come that are missing; how many."""
    today = now_s // _DAY_S
    return _make_parts(connection, range(today, today + DAYS_AHEAD + 1))


def make_months_of(connection: Connection, came_s: Iterable[int]) -> int:
    """Make the parts for the months of these seconds that are missing; how many."""
    return _make_parts(connection, sorted({second // _DAY_S for second in came_s}))


def _make_parts(connection: Connection, days: Iterable[int]) -> int:
    return sum(connection.execute(_MAKE_MONTH, {"day": day}).scalar_one() for day in days)


def make_second(connection: Connection) -> None:
    """An empty schema beside the one in use; what another try left is dropped."""
    drop_second(connection)
    connection.execute(text(f"CREATE SCHEMA {SECOND}"))


def drop_hub(connection: Connection) -> None:
    """Leave nothing of a hub."""
    for name in (TRUTH, VIEWS):
        connection.execute(text(f"DROP SCHEMA IF EXISTS {name} CASCADE"))


def drop_second(connection: Connection) -> None:
    """Leave nothing of a second set, nor of a first one that was replaced."""
    for name in (SECOND, _REPLACED):
        connection.execute(text(f"DROP SCHEMA IF EXISTS {name} CASCADE"))


def has_second(connection: Connection) -> bool:
    """Whether a second set is there, whole or not."""
    there = text("SELECT to_regnamespace(:one) IS NOT NULL OR to_regnamespace(:other) IS NOT NULL")
    return bool(connection.execute(there, {"one": SECOND, "other": _REPLACED}).scalar_one())


def say_of_second(connection: Connection, words: str) -> None:
    """Note on the second set what it is; goes with it."""
    quoted = connection.execute(text("SELECT quote_literal(:words)"), {"words": words}).scalar_one()
    connection.execute(text(f"COMMENT ON SCHEMA {SECOND} IS {quoted}".replace(":", r"\:")))


def said_of_second(connection: Connection) -> str | None:
    """What was noted, if it is there and anything was."""
    said = text("SELECT obj_description(to_regnamespace(:name), 'pg_namespace')")
    found = connection.execute(said, {"name": SECOND}).scalar()
    return None if found is None else str(found)


def put_second_in_place(connection: Connection) -> None:
    """The second set is the one in use from the end of this transaction on, with the same rights.

    Whoever reads the one in use ends first; raises DBAPIError (`postgres.is_busy`) where they do
    not within two seconds, for whoever comes after them waits meanwhile.
    """
    connection.execute(text("SET LOCAL lock_timeout = '2s'"))
    connection.execute(text(f"LOCK TABLE {VIEWS}.progress IN ACCESS EXCLUSIVE MODE"))
    for (grant,) in connection.execute(_SAME_RIGHTS).all():
        connection.execute(text(grant))
    connection.execute(text(f"ALTER SCHEMA {VIEWS} RENAME TO {_REPLACED}"))
    connection.execute(text(f"ALTER SCHEMA {SECOND} RENAME TO {VIEWS}"))


@contextmanager
def tables_go_to(connection: Connection, name: str) -> Iterator[None]:
    """Make tables in this schema for the length of a `with`, and find views there alone."""
    connection.execute(text(f"SET LOCAL search_path = {name}, {TRUTH}"))
    yield
    connection.execute(text(f"SET LOCAL search_path = {TRUTH}, {VIEWS}"))

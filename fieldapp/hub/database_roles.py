"""What each kind of work at the hub may do in PostgreSQL, as SQL for the database's administrator.

    ingest      takes laptops' pages in; sees nobody's tables, and takes no page away
    projector   folds pages into tables, publishes, sends, forgets; takes nothing in
    pages       what supervisors see and decide; cannot rewrite the audit, nor what was decided of
                a case, which the projector carries out
    reader      exports, `status`, `verify`, a replica; writes nothing
    eraser      empties bodies of pages where the law asks for it; adds and removes none. Who keeps
                the tables up (`serve --only keeping`) erases only with the rights of both

What a table is for is said here, in one place. A table that is not named is one of decisions, as
most are that come to be: pages write it, the others read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.hub import edition, schema
from fieldapp.hub.postgres import TRUTH, VIEWS
from fieldapp.hub.registry.tables import pocket

PREFIX = "hub"
_SIGN_IN = ("web_user", "web_session", "web_lock", "api_token")
_AUDIT = ("audit", "audit_head")
_RECEIVED = (
    "frame", "tip", "claim", "receipt", "device", "enrol_code", "subscription", "sync_attempt",
    "recall_heard", "erasure_heard",
)  # fmt: skip
_ERASED = ("erasure", "erased_event", "kept_record")
_PUBLISHED = (
    "segment", "stirred", "roster_row", "message", "message_news", "due_course", "due_news",
    "judged_case", "booking_list", "change", "change_news", "completion", "completed_count",
    "push_target", "push_held", "push_refused", "bulk_piece",
)  # fmt: skip
_ADDED_TO = ("case_decision",)
"""Of what people decide: never changed, only added to."""
_FIGURES = ("publication", "published_figure")
_SECRET_SETTINGS = ("roster_secret",)
_INGEST_SETTINGS = ("trust", "wrong_codes")
_ALL = "SELECT, INSERT, UPDATE, DELETE"


class Role(StrEnum):
    """One of the five."""

    INGEST = "ingest"
    PROJECTOR = "projector"
    PAGES = "pages"
    READER = "reader"
    ERASER = "eraser"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a role may do with tables of the hub's own (`TRUTH`) or those that follow (`VIEWS`)."""

    role: Role
    may: str
    tables: Sequence[str]
    where: str = TRUTH


def decided() -> tuple[str, ...]:
    """The tables of what people decided or typed at the hub."""
    named = {*_SIGN_IN, *_AUDIT, *_RECEIVED, *_ERASED, *_PUBLISHED, *_FIGURES, "setting"}
    return tuple(sorted(schema.truth.tables.keys() - named))


def grants() -> tuple[Grant, ...]:
    """All that is granted; what is not here is forbidden."""
    views = tuple(sorted(schema.views.tables))
    readable = (*_RECEIVED, *_ERASED, *_PUBLISHED, *_AUDIT, *_FIGURES, "setting", *decided())
    public = tuple(name for name in readable if name != "enrol_code")
    return (
        *_of_ingest(),
        *_of_projector(views, public),
        *_of_pages(views, readable),
        *_of_reader(views, public),
        *_of_eraser(views, public),
    )


def _of_ingest() -> tuple[Grant, ...]:
    role, seen = Role.INGEST, ("event", "quarantine", "progress", "issuing_key")
    return (
        Grant(role, "SELECT", (*_RECEIVED, "segment", "stirred", "setting", "lot_recall")),
        Grant(role, "SELECT", ("erasure", "erased_event", "booking_list")),
        Grant(role, "SELECT", ("due_news", "change_news", "publication")),  # how much waits
        Grant(role, "SELECT", seen, VIEWS),
        Grant(role, "SELECT (id, state)", ("dose",), VIEWS),
        Grant(role, "INSERT", ("frame", "tip", "claim", "receipt", "device", "sync_attempt")),
        Grant(role, "INSERT", ("recall_heard", "erasure_heard")),
        Grant(role, "UPDATE (place)", ("frame",)),
        Grant(role, "UPDATE (hash, seq)", ("tip",)),
        Grant(role, "UPDATE (seq, hash, said_s, source)", ("claim",)),
        Grant(role, "UPDATE (issued_s)", ("receipt",)),
        Grant(role, "UPDATE (last_contact_s)", ("device",)),
        Grant(role, "UPDATE (holds, holds_s, handed, handed_s, times)", ("recall_heard",)),
        Grant(role, "UPDATE (wrong_proofs, device)", ("enrol_code",)),
        Grant(role, "UPDATE (bytes_out, took_ms)", ("sync_attempt",)),
        Grant(role, "DELETE", ("erasure_heard",)),
        Grant(role, "INSERT, DELETE", ("setting",)),
    )


def _of_projector(views: Sequence[str], public: Sequence[str]) -> tuple[Grant, ...]:
    role = Role.PROJECTOR
    return (
        Grant(role, "SELECT", public),
        Grant(role, "SELECT (region)", ("enrol_code",)),
        Grant(role, _ALL, views, VIEWS),
        Grant(role, "UPDATE (place)", ("frame",)),
        Grant(role, "INSERT, UPDATE, DELETE", (*_PUBLISHED, "setting")),
        Grant(role, "INSERT, DELETE", ("sync_attempt",)),
        Grant(role, "INSERT, UPDATE", ("erasure_wish",)),
        Grant(role, "INSERT", _FIGURES),  # what was published is never changed
        Grant(role, "UPDATE, DELETE", ("bulk_job",)),  # written, and forgotten a day later
        Grant(role, "UPDATE, DELETE", ("booking",)),  # released, and forgotten some days later
        Grant(role, "DELETE", ("booking_attempt",)),
    )


def _of_pages(views: Sequence[str], readable: Sequence[str]) -> tuple[Grant, ...]:
    role = Role.PAGES
    return (
        Grant(role, "SELECT", readable),
        Grant(role, "SELECT", views, VIEWS),
        Grant(role, _ALL, (*_SIGN_IN, *(name for name in decided() if name not in _ADDED_TO))),
        Grant(role, "INSERT", ("audit", "enrol_code", *_ADDED_TO)),
        Grant(role, "INSERT, UPDATE", ("audit_head",)),
        Grant(role, "UPDATE (revoked_s)", ("device",)),
        Grant(role, "INSERT, UPDATE, DELETE", ("subscription", "setting", "stirred")),
        Grant(role, "INSERT", ("due_news", "change_news")),
    )


def _of_reader(views: Sequence[str], public: Sequence[str]) -> tuple[Grant, ...]:
    role = Role.READER
    return (
        Grant(role, "SELECT", public),
        Grant(role, "SELECT (region)", ("enrol_code",)),
        Grant(role, "SELECT", views, VIEWS),
    )


def _of_eraser(views: Sequence[str], public: Sequence[str]) -> tuple[Grant, ...]:
    role = Role.ERASER
    return (
        Grant(role, "SELECT", public),
        Grant(role, "SELECT (region)", ("enrol_code",)),
        Grant(role, _ALL, views, VIEWS),
        Grant(role, "UPDATE (body)", ("frame",)),
        Grant(role, "UPDATE (last_contact_s)", ("device",)),  # to have a laptop to itself
        Grant(role, "INSERT", ("erasure", "erased_event", "kept_record")),
        Grant(role, "DELETE", ("kept_record",)),
        Grant(role, "INSERT, UPDATE, DELETE", _PUBLISHED),
        Grant(role, "UPDATE, DELETE", decided()),
        Grant(role, "INSERT", ("audit",)),
        Grant(role, "INSERT, UPDATE", ("audit_head",)),
    )


def statements(prefix: str = PREFIX) -> Iterator[str]:
    """The SQL, to be run by who owns the hub's tables and may make roles; again changes nothing."""
    names = {role: f"{prefix}_{role.value}" for role in Role}
    everybody = ", ".join(names.values())
    for name in names.values():
        yield _make_role(name)
    yield f"REVOKE ALL ON SCHEMA {TRUTH}, {VIEWS} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA {TRUTH}, {VIEWS} TO {everybody}"
    for schema_name in (TRUTH, VIEWS):
        yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema_name} FROM PUBLIC, {everybody}"
    for grant in grants():
        tables = ", ".join(f"{grant.where}.{name}" for name in grant.tables)
        if tables:
            yield f"GRANT {grant.may} ON {tables} TO {names[grant.role]}"
    writers = ", ".join(name for role, name in names.items() if role is not Role.READER)
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {TRUTH} TO {writers}"
    makers = f"{names[Role.INGEST]}, {names[Role.PROJECTOR]}"
    yield f"GRANT EXECUTE ON FUNCTION {TRUTH}.frame_month(bigint) TO {makers}"
    yield f"GRANT SELECT, DELETE ON {TRUTH}.{pocket.name} TO {names[Role.ERASER]}"
    yield from _of_settings(names)


def _make_role(name: str) -> str:
    return (
        f"DO $$ BEGIN CREATE ROLE {name} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    )


def _of_settings(names: dict[Role, str]) -> Iterator[str]:
    """Row by row: secrets are for who needs them, and ingest changes what is its own alone."""
    table = f"{TRUTH}.setting"
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    secrets, own = _listed(_SECRET_SETTINGS), _listed(_INGEST_SETTINGS)
    readers = f"{names[Role.READER]}, {names[Role.PAGES]}, {names[Role.ERASER]}"
    ingest, projector, pages = (names[role] for role in (Role.INGEST, Role.PROJECTOR, Role.PAGES))
    for policy, rule in {
        "seen": f"FOR SELECT TO {readers} USING (name NOT IN ({secrets}))",
        "ingest_seen": f"FOR SELECT TO {ingest} USING (true)",
        "ingest_new": f"FOR INSERT TO {ingest} WITH CHECK (name IN ({own}))",
        "ingest_gone": f"FOR DELETE TO {ingest} USING (name IN ({own}))",
        "projector_all": f"TO {projector} USING (true)",
        "pages_all": f"TO {pages} USING (name NOT IN ({secrets}))",
    }.items():
        yield f"DROP POLICY IF EXISTS {policy} ON {table}"
        yield f"CREATE POLICY {policy} ON {table} {rule}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def script(prefix: str = PREFIX) -> str:
    """The SQL with what to do with it."""
    head = f"""\
-- Roles of a fieldapp hub (tables of edition {edition.EDITION[:12]}). Run it in the hub's database
-- as the role that owns its tables, once and again after every upgrade; again changes nothing:
--   fieldapp hub database-roles | psql --single-transaction -v ON_ERROR_STOP=1 DATABASE
-- Then give each service a login of its own, for example
--   CREATE ROLE fieldapp_ingest LOGIN PASSWORD '...' IN ROLE {prefix}_ingest;
"""
    return head + "".join(f"{statement};\n" for statement in statements(prefix))

"""Promises of the roles in PostgreSQL: each does its work, and can do no other."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import ProgrammingError

from fieldapp.hub import schema, trust_list
from fieldapp.hub.allocation.decisions import decide
from fieldapp.hub.allocation.needs import read_needs
from fieldapp.hub.allocation.problem import Place, Problem
from fieldapp.hub.allocation.propose import propose
from fieldapp.hub.allocation.supply import enter_supply
from fieldapp.hub.app import make_app
from fieldapp.hub.booking import limits
from fieldapp.hub.booking.keeping import KEPT_DAYS, keep_once
from fieldapp.hub.booking.seats import Answer
from fieldapp.hub.bulk.working import write_once
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.changes.keeping import number_changes
from fieldapp.hub.database_roles import Role, decided, grants, script
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.errors import NotTheOwner
from fieldapp.hub.fold.projector import catch_up, use_vaccines
from fieldapp.hub.lots.heard import all_heard
from fieldapp.hub.lots.recalls import Word, recall
from fieldapp.hub.regions.people import no_judge
from fieldapp.hub.regions.publish import publish
from fieldapp.hub.running import Hub
from fieldapp.hub.settings import set_setting
from fieldapp.hub.status import read_status
from fieldapp.hub.store import open_store
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.verify import verify
from tests.hub.api.program import in_process, token_of
from tests.hub.booking.desk import book, looked_up, open_day, wish
from tests.hub.cases.made import double, judge, proven, the_case
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, VACCINE
from tests.hub.messages.clinic import BIBP, BORN, ground
from tests.hub.roles import As, login_of, refused, tries


def test_ingest_takes_pages_in_and_signs_for_them(server_world: World, as_role: As) -> None:
    world, ingest = server_world, as_role(Role.INGEST)
    laptop = world.laptop()
    laptop.give(laptop.register("Canary Test"))
    body = laptop.request(laptop.pages(), world.store.keys.box_public)
    hub = Hub(ingest, lambda: NOW_S, folds=False)
    reply = answer_sync(hub, laptop.authorize(body), body)
    (receipt,) = world.receipts(reply)
    assert (reply.status, receipt.head_seq) == (200, laptop.seq)
    assert trust_list.current(hub, NOW_S).version > 0
    world.fold()
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


def test_ingest_tells_laptops_of_recalls_and_cannot_recall(
    server_world: World, as_role: As
) -> None:
    laptop = server_world.laptop()
    with server_world.store.writing() as connection:
        recall(connection, VACCINE, "TEST-0001", Word("lu.qing", NOW_S, "quality"))
    hub = Hub(as_role(Role.INGEST), lambda: NOW_S, folds=False)
    box = server_world.store.keys.box_public
    for cursors in ((), (("recalls", NOW_S),)):
        body = laptop.request([], box, pull_budget=32_768, cursors=cursors)
        assert answer_sync(hub, laptop.authorize(body), body).status == 200
    with server_world.store.reading() as connection:
        assert all_heard(connection)[laptop.device].holds == NOW_S
    with refused(), hub.store.writing() as connection:
        recall(connection, VACCINE, "TEST-0002", Word("lu.qing", NOW_S, "quality"))


@pytest.mark.parametrize("table", ["client", "dose", "document", "amendment", "decision", "wish"])
def test_ingest_cannot_read_people(as_role: As, table: str) -> None:
    with refused():
        tries(as_role(Role.INGEST), f"SELECT * FROM {table}")


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM frame",
        "TRUNCATE frame",
        "UPDATE frame SET body = ''",
        "UPDATE frame SET device = 1",
        "DELETE FROM device",
        "UPDATE device SET revoked_s = NULL",
        "UPDATE device SET verify_key = ''",
        "DELETE FROM sync_attempt",
        "SELECT * FROM web_user",
        "SELECT * FROM audit",
        "DROP TABLE frame_other",
        "INSERT INTO setting (name, value) VALUES ('vaccines', '[]')",
        "CREATE TABLE hub.mine (x int)",
    ],
)
def test_ingest_can_do_nothing_else(as_role: As, sql: str) -> None:
    try:
        tries(as_role(Role.INGEST), sql)
    except ProgrammingError as error:
        words = str(error.orig)
        assert any(said in words for said in ("permission denied", "must be owner", "row-level"))
    else:
        pytest.fail("ingest may not do this")


def test_ingest_cannot_change_what_decides_who_counts(server_world: World, as_role: As) -> None:
    tries(as_role(Role.INGEST), "DELETE FROM setting WHERE name = 'vaccines'")
    with server_world.store.reading() as connection:
        kept = "SELECT count(*) FROM setting WHERE name = 'vaccines'"
        assert connection.exec_driver_sql(kept).scalar() == 1


def test_the_projector_folds_and_publishes(server_world: World, as_role: As) -> None:
    world, projector = server_world, as_role(Role.PROJECTOR)
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    world.take(laptop, *laptop.pages())
    assert catch_up(projector) == 1
    publish(projector, no_judge, now_s=NOW_S)
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM frame", "UPDATE frame SET body = ''", "DELETE FROM receipt", "DELETE FROM audit",
     "SELECT * FROM web_user", "UPDATE device SET revoked_s = NULL"],
)  # fmt: skip
def test_the_projector_takes_nothing_from_what_was_received(as_role: As, sql: str) -> None:
    with refused():
        tries(as_role(Role.PROJECTOR), sql)


def test_pages_take_bookings_and_the_projector_forgets_them(as_role: As) -> None:
    pages, projector = as_role(Role.PAGES), as_role(Role.PROJECTOR)
    session = open_day(pages)
    assert limits.enter(pages, "10.0.0.1", NOW_S) == 0
    assert book(pages, session, 1) is Answer.BOOKED
    keep_once(projector, session.slots[-1].ends_s + KEPT_DAYS * 86_400 + 1)
    assert looked_up(pages, wish(pages, session, 1)) is None


def test_the_projector_keeps_who_is_due_and_pages_share_out(
    server_world: World, as_role: As
) -> None:
    laptop = server_world.laptop()
    use_vaccines(server_world.store, [BIBP])
    laptop.give(laptop.register("Test", born=BORN), 8, vaccine=BIBP)
    server_world.push_all(laptop)
    assert bring_up(as_role(Role.PROJECTOR), ground(), NOW_S) == 0
    day = date(2021, 6, 28)
    with as_role(Role.PAGES).writing() as connection:
        needs = read_needs(connection, [day], date(2021, 6, 30))
        assert needs.by_product[BIBP]["north"].due == [1]
        enter_supply(connection, BIBP, 1, {day: 2}, login="lu", now_s=NOW_S)
        problem = Problem(1, (2,), (Place("north", (1,), (0,)),))
        same = propose(problem)
        assert decide(
            connection, BIBP, [day], problem, same, same, login="lu", reason="-", now_s=NOW_S
        )


def test_the_projector_numbers_changes_and_pages_answer_programs(
    server_world: World, as_role: As
) -> None:
    laptop = server_world.laptop()
    laptop.give(laptop.register("Canary Test"))
    server_world.push_all(laptop)
    server_world.fold()
    assert number_changes(as_role(Role.PROJECTOR), lambda: NOW_S) == 1
    pages = as_role(Role.PAGES)
    app = make_app(Hub(pages, lambda: NOW_S, folds=False, ground=ground))
    token = token_of(pages, "ministry")
    for path in ("/fhir/Patient", "/api/v1/doses", "/api/v1/erased", "/api/v1/sync-log"):
        assert in_process(app, path, token)[0] == 200
    status, told = in_process(app, "/fhir/$export", token)
    assert status == 202
    assert write_once(Hub(as_role(Role.PROJECTOR), lambda: NOW_S, ground=ground)) is None
    where = told["content-location"].partition("/fhir/")[2]
    assert in_process(app, f"/fhir/{where}", token)[0] == 200
    for role in (Role.INGEST, Role.PROJECTOR, Role.READER):
        with refused():
            tries(as_role(role), "SELECT * FROM api_token")


def test_a_reader_proves_and_reads_everything(server_world: World, as_role: As) -> None:
    world, reader = server_world, as_role(Role.READER)
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    world.push_all(laptop)
    world.fold()
    with reader.reading() as connection:
        assert read_status(connection, NOW_S)["doses_counted"] == 1
    file = world.store.folder / "hub-database.txt"
    file.write_text(login_of(world.store, Role.READER), "utf-8")
    assert verify(world.store.folder).problems == []


def test_a_reader_cannot_write_anywhere(server_world: World, as_role: As) -> None:
    reader = as_role(Role.READER)
    asked = "SELECT has_any_column_privilege(oid, 'INSERT, UPDATE'), " \
        "has_table_privilege(oid, 'DELETE, TRUNCATE') FROM pg_class " \
        "WHERE relkind IN ('r', 'p') AND relnamespace IN ('hub'::regnamespace, " \
        "'hub_views'::regnamespace)"  # fmt: skip
    with reader.reading() as connection:
        answers = connection.exec_driver_sql(asked).all()
    assert len(answers) > 30 and {tuple(row) for row in answers} == {(False, False)}
    with refused(), reader.writing() as connection:
        set_setting(connection, "vaccines", "[]")


def test_a_reader_sees_no_secret(server_world: World, as_role: As) -> None:
    with server_world.store.writing() as connection:
        set_setting(connection, "roster_secret", "canary")
    reader = as_role(Role.READER)
    for table in ("web_user", "web_session", "enrol_code"):
        with refused():
            tries(reader, f"SELECT * FROM {table}")
    with reader.reading() as connection:
        seen = connection.exec_driver_sql("SELECT name FROM setting").scalars().all()
    assert "version" in seen and "roster_secret" not in seen


def test_pages_cannot_rewrite_the_audit_or_a_record(server_world: World, as_role: As) -> None:
    pages = as_role(Role.PAGES)
    for sql in ("UPDATE audit SET login = 'x'", "DELETE FROM audit", "DELETE FROM frame",
                "UPDATE dose SET state = 'voided'", "DELETE FROM device"):  # fmt: skip
        with refused():
            tries(pages, sql)


def test_the_eraser_empties_a_body_and_can_neither_add_nor_remove_a_page(
    server_world: World, as_role: As
) -> None:
    eraser = as_role(Role.ERASER)
    laptop = server_world.laptop()
    server_world.push_all(laptop)
    tries(eraser, "UPDATE frame SET body = body")
    for sql in ("DELETE FROM frame", "INSERT INTO frame SELECT * FROM frame", "DELETE FROM tip",
                "UPDATE frame SET device = 2", "DELETE FROM audit"):  # fmt: skip
        with refused():
            tries(eraser, sql)


def test_who_does_not_own_the_tables_says_so_after_an_upgrade(
    server_world: World, as_role: As
) -> None:
    as_role(Role.INGEST)
    with server_world.store.writing() as connection:
        set_setting(connection, "edition", "another program")
    file = server_world.store.folder / "hub-database.txt"
    file.write_text(login_of(server_world.store, Role.INGEST), "utf-8")
    with pytest.raises(NotTheOwner):
        open_store(server_world.store.folder)


def test_every_table_is_in_somebodys_hands() -> None:
    granted = {name for grant in grants() for name in grant.tables}
    assert granted == schema.truth.tables.keys() | schema.views.tables.keys()
    assert not {"frame", "audit", "web_user", "setting"} & set(decided())


def test_the_sql_is_for_psql_and_names_are_begun_as_asked() -> None:
    sql = script("north_hub")
    assert "CREATE ROLE north_hub_ingest NOLOGIN" in sql and " hub_ingest" not in sql
    assert sql.count("CREATE ROLE") == len(Role) + 1


def test_pages_decide_a_case_and_cannot_rewrite_it(server_world: World, as_role: As) -> None:
    made = double(server_world)
    pages, projector = as_role(Role.PAGES), as_role(Role.PROJECTOR)
    world = World(Hub(pages, lambda: NOW_S, folds=False))
    case = judge(world, the_case(world), Way.ONE_DOSE, made.first, folds=False)
    assert proven(server_world), "what is not carried out yet is no fault"
    catch_up(projector)
    assert (case.made[0].way, server_world.numbers()["voided"]) == (Way.ONE_DOSE, 1)
    assert proven(server_world)
    publish(projector, no_judge, now_s=NOW_S)
    for sql in ("DELETE FROM case_decision", "UPDATE case_decision SET reason = ''"):
        with refused():
            tries(pages, sql)

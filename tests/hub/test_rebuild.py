"""Promises of the rebuild: the hub serves and folds meanwhile, and in the end the tables are what
the frames say, whatever was wrong with them."""

from __future__ import annotations

from contextlib import closing

import pytest
from sqlalchemy import select, text, update

from fieldapp.hub import rebuild as rebuild_module
from fieldapp.hub import schema, second_set
from fieldapp.hub.database_roles import statements
from fieldapp.hub.edition import EDITION
from fieldapp.hub.erasure import law
from fieldapp.hub.erasure.erasing import Order, erase
from fieldapp.hub.errors import NothingIsErasedNow, RulesChanged, TablesInUse
from fieldapp.hub.fold.projector import catch_up, projected_to, use_vaccines
from fieldapp.hub.rebuild import rebuild
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import open_store
from fieldapp.hub.verify import verify
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, OTHER_VACCINE, VACCINE, FakeLaptop
from tests.hub.test_verify import busy


def rebuilding(world: World) -> tuple[str, ...]:
    return rebuild(world.store.folder).differing


def leftovers(world: World) -> bool:
    with world.store.reading() as connection:
        return second_set.is_there(world.store, connection)


def stirred(world: World) -> int:
    with world.store.reading() as connection:
        return len(connection.execute(select(schema.stirred.c.no)).all())


def test_what_is_right_stays_and_nobody_is_looked_at_again(world: World) -> None:
    laptop = busy(world)
    before, noted = world.digest(), stirred(world)
    assert rebuilding(world) == ()
    assert (world.digest(), stirred(world), leftovers(world)) == (before, noted, False)
    laptop.give(laptop.register("Test later"))
    world.push_all(laptop)
    assert verify(world.store.folder).problems == []


def test_what_was_wrong_is_named_and_mended_and_everybody_is_looked_at_again(world: World) -> None:
    busy(world)
    noted = stirred(world)
    with world.store.writing() as connection:
        connection.execute(update(schema.dose).values(lot="TEST-9999"))
    assert rebuilding(world) == ("dose",)
    assert verify(world.store.folder).problems == []
    assert stirred(world) == noted + 6


def test_pages_that_come_meanwhile_are_in_the_new_tables(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = busy(world)

    def come(laptop: FakeLaptop) -> None:
        laptop.give(laptop.register(f"Test {laptop.seq}"))
        world.push(laptop, laptop.page(laptop.seq - 1, laptop.seq))
        world.fold()

    for name in ("_fill_quietly", "_compare"):
        whole = getattr(rebuild_module, name)

        def before(*parts: object, whole: object = whole) -> object:
            come(laptop)
            return whole(*parts)  # type: ignore[operator]  # either of the two functions

        monkeypatch.setattr(rebuild_module, name, before)
    assert rebuilding(world) == ()
    assert world.numbers()["counted"] == 8
    assert verify(world.store.folder).problems == []


@pytest.mark.parametrize("drops", [False, True])
def test_a_rebuild_that_dies_leaves_the_tables_in_use(
    world: World, monkeypatch: pytest.MonkeyPatch, drops: bool
) -> None:
    busy(world)
    before = world.digest()

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as planted:
        planted.setattr(rebuild_module, "_compare", die)
        kind = second_set.OnServer if world.store.on_server else second_set._InFile
        planted.setattr(kind, "drop", lambda _: None)  # a dead process tidies nothing up
        with pytest.raises(Killed):
            rebuild(world.store.folder)
    assert (world.digest(), leftovers(world)) == (before, True)
    order = Order(bytes(32), "request", "test", "test")
    with pytest.raises(NothingIsErasedNow):
        erase(world.store, order, law.shipped(), NOW_S)
    if drops:  # whoever erases beside the server needs nobody to look
        second_set.drop_abandoned(world.store)
        assert (world.digest(), leftovers(world)) == (before, False)
    assert rebuilding(world) == ()
    assert (world.digest(), leftovers(world)) == (before, False)


def test_another_catalogue_meanwhile_stops_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy(world)
    whole = rebuild_module._compare

    def before(*parts: object) -> object:
        use_vaccines(world.store, ["another"])
        return whole(*parts)  # type: ignore[arg-type]  # its own parts

    monkeypatch.setattr(rebuild_module, "_compare", before)
    with pytest.raises(RulesChanged):
        rebuild(world.store.folder)
    assert not leftovers(world)


def test_whoever_reads_goes_on_reading_the_old_tables_and_is_waited_for(
    server_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_set, "_TRIES", 1)
    busy(server_world)
    with server_world.store.reading(), pytest.raises(TablesInUse):
        rebuild(server_world.store.folder)
    assert not leftovers(server_world)
    assert rebuilding(server_world) == ()


def test_the_new_tables_are_for_the_same_roles(server_world: World) -> None:
    busy(server_world)

    def rights() -> list[tuple[object, ...]]:
        with server_world.store.reading() as connection:
            return [tuple(row) for row in connection.execute(text(_RIGHTS))]

    with server_world.store.writing() as connection:
        for statement in statements("rebuild_test"):
            connection.execute(text(statement))
    before = rights()
    assert any("rebuild_test_ingest" in row for row in before)
    assert rebuilding(server_world) == ()
    assert rights() == before


_RIGHTS = """
    SELECT table_name, column_name, grantee, privilege_type
      FROM information_schema.column_privileges WHERE table_schema = 'hub_views'
    UNION ALL
    SELECT table_name, '', grantee, privilege_type
      FROM information_schema.table_privileges WHERE table_schema = 'hub_views'
    UNION ALL
    SELECT 'hub_views', '', may.grantee::regrole::text, may.privilege_type
      FROM pg_namespace n, aclexplode(n.nspacl) may WHERE n.nspname = 'hub_views'
    ORDER BY 1, 2, 3, 4"""


def test_before_an_upgrade_the_tables_of_the_new_program_are_built_beside_those_in_use(
    server_world: World,
) -> None:
    laptop = busy(server_world)
    with server_world.store.writing() as connection:
        set_setting(connection, "edition", "that of an older program")
    folder, catalogue = server_world.store.folder, [VACCINE, OTHER_VACCINE, "one-more"]
    built = rebuild(folder, vaccines=catalogue)
    assert (built.waits, built.pages, leftovers(server_world)) == (True, 3, True)
    assert server_world.numbers()["counted"] == 6, "whoever reads meanwhile reads what there was"
    laptop.give(laptop.register("Test later"))
    server_world.push(laptop, laptop.page(laptop.seq - 1, laptop.seq))
    server_world.fold()
    before = server_world.digest()
    noted = stirred(server_world)
    with closing(open_store(folder)) as newer:
        with newer.reading() as connection:
            assert setting(connection, "edition") == EDITION
            assert projected_to(connection) == built.pages, "folded already"
        use_vaccines(newer, catalogue)
        catch_up(newer)
    assert (server_world.digest(), leftovers(server_world)) == (before, False)
    assert stirred(server_world) >= noted + 6, "everybody is looked at again"
    assert verify(folder).problems == []

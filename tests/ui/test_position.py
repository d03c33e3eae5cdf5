from __future__ import annotations

from types import SimpleNamespace

from fieldapp.ui.position import last_known


def receiver(*, valid: bool) -> SimpleNamespace:
    place = SimpleNamespace(isValid=lambda: valid, latitude=lambda: 34.8, longitude=lambda: 117.1)
    info = SimpleNamespace(coordinate=lambda: place)
    source = SimpleNamespace(lastKnownPosition=lambda: info)
    return of_source(source)


def of_source(source: object) -> SimpleNamespace:
    factory = SimpleNamespace(createDefaultSource=lambda _parent: source)
    return SimpleNamespace(QGeoPositionInfoSource=factory)


def test_a_device_that_knows_where_it_is_says_so() -> None:
    assert last_known(lambda _name: receiver(valid=True)) == (34.8, 117.1)


def test_without_a_fix_a_receiver_or_the_library_nothing_is_said() -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    assert last_known(lambda _name: receiver(valid=False)) is None
    assert last_known(lambda _name: of_source(None)) is None
    assert last_known(missing) is None

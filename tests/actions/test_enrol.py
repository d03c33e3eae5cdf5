"""Joining a hub takes one code, tells nobody the code, and changes nothing unless all is proven."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from fieldapp.actions.enrol import JOINED, enrol
from fieldapp.actions.sync_now import sync_now
from fieldapp.journal import hub_link
from fieldapp.journal.home import unlock_with_recovery
from fieldapp.sync.errors import (
    AlreadyEnrolled,
    HubUnreachable,
    NotJoinedYet,
    PlainHttpRefused,
    TlsWrong,
    UnsignedAnswer,
    WrongCode,
)
from fieldapp.wire.enrol_code import BadCode, EnrolCode, write_code
from tests.journal.laptop import Laptop, give, register
from tests.sync.authorities import Authority
from tests.sync.fake_hub import DEVICE, HUB, FakeHub, over_http
from tests.sync.servers import answering, closed_port, response, serving

CODE = EnrolCode(b"test", b"a secret of test")
TYPED = write_code(CODE)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home")
    made.set_up()
    yield made
    made.close()


def hub_for(laptop: Laptop) -> FakeHub:
    """A made-up hub that waits for whoever holds CODE."""
    key = PrivateKey.generate()
    nobody = hub_link.signing_key(laptop.opened[0]).verify_key
    return FakeHub(nobody, lambda: int(laptop.clock.now().timestamp()), box=key, codes=[CODE])


def test_a_laptop_joins_with_its_code_and_can_sync_at_once(laptop: Laptop) -> None:
    journal = laptop.open()
    with serving(over_http(hub_for(laptop))) as server:
        joined = enrol(journal, server.url, TYPED, None, laptop.clock)
        assert (joined.device, joined.hub_id, joined.regions) == (DEVICE, HUB, ("north",))
        assert hub_link.enrolment(journal) == joined
        give(journal, register(journal, "Test Person"))
        assert sync_now(journal, laptop.clock).confirmed == 1


def test_a_laptop_joins_over_tls_with_the_organisations_certificate(
    laptop: Laptop, tmp_path: Path
) -> None:
    journal, ours = laptop.open(), Authority()
    with serving(over_http(hub_for(laptop)), ours.server(tmp_path)) as server:
        assert enrol(journal, server.url, TYPED, ours.pem, laptop.clock).ca_pem == ours.pem


def test_without_the_organisations_certificate_nothing_is_sent(
    laptop: Laptop, tmp_path: Path
) -> None:
    journal = laptop.open()
    with serving(over_http(hub_for(laptop)), Authority().server(tmp_path)) as server:
        with pytest.raises(TlsWrong):
            enrol(journal, server.url, TYPED, None, laptop.clock)
        assert server.requests == []


def test_the_recovery_key_opens_the_home_from_then_on(laptop: Laptop) -> None:
    journal, key = laptop.open(), laptop.key()
    with serving(over_http(hub_for(laptop))) as server:
        recovery = PrivateKey.generate()
        hub = hub_for(laptop)
        hub.recovery_public = bytes(recovery.public_key)
        server.serve = over_http(hub)
        enrol(journal, server.url, TYPED, None, laptop.clock, key=key)
    assert unlock_with_recovery(laptop.home, bytes(recovery)) == key


def test_a_code_mistyped_is_told_before_anything_is_sent(laptop: Laptop) -> None:
    journal = laptop.open()
    with serving(over_http(hub_for(laptop))) as server:
        with pytest.raises(BadCode):
            enrol(journal, server.url, TYPED[:-1], None, laptop.clock)
        assert server.requests == []


def test_a_code_used_once_is_used_up(laptop: Laptop) -> None:
    journal = laptop.open()
    with serving(over_http(hub_for(laptop))) as server:
        enrol(journal, server.url, TYPED, None, laptop.clock)
        before = hub_link.enrolment(journal)
        with pytest.raises(WrongCode):
            enrol(journal, server.url, TYPED, None, laptop.clock)
        assert hub_link.enrolment(journal) == before


def test_a_laptop_comes_back_to_the_same_hub_with_a_new_code(laptop: Laptop) -> None:
    journal, hub = laptop.open(), hub_for(laptop)
    with serving(over_http(hub)) as server:
        enrol(journal, server.url, TYPED, None, laptop.clock)
        new = EnrolCode(b"new!", b"a secret of test")
        hub.codes.append(new)
        assert enrol(journal, server.url, write_code(new), None, laptop.clock).device == DEVICE


def test_a_laptop_never_changes_to_another_hub(laptop: Laptop) -> None:
    journal, other = laptop.open(), hub_for(laptop)
    with serving(over_http(hub_for(laptop))) as server:
        joined = enrol(journal, server.url, TYPED, None, laptop.clock)
        server.serve = over_http(other)
        with pytest.raises(AlreadyEnrolled):
            enrol(journal, server.url, TYPED, None, laptop.clock)
    assert other.codes == [CODE]
    assert hub_link.enrolment(journal) == joined


def test_a_login_page_is_not_a_hub(laptop: Laptop) -> None:
    journal = laptop.open()
    page = answering(response(200, b"<html>Log in</html>"))
    with serving(page) as server, pytest.raises(UnsignedAnswer):
        enrol(journal, server.url, TYPED, None, laptop.clock)
    assert hub_link.enrolment(journal) is None


def test_who_finds_no_hub_is_told_that_the_code_stays_good(laptop: Laptop) -> None:
    journal = laptop.open()
    with pytest.raises(NotJoinedYet, match="Join again when there is a network"):
        enrol(journal, f"http://127.0.0.1:{closed_port()}", TYPED, None, laptop.clock)
    assert hub_link.enrolment(journal) is None


def test_every_attempt_to_join_is_in_the_log(laptop: Laptop) -> None:
    journal = laptop.open()
    with pytest.raises(HubUnreachable) as ended:
        enrol(journal, f"http://127.0.0.1:{closed_port()}", TYPED, None, laptop.clock)
    with serving(over_http(hub_for(laptop))) as server:
        enrol(journal, server.url, TYPED, None, laptop.clock)
    happened = [line.happened for line in hub_link.attempts(journal, 9)]
    assert happened == [JOINED, ended.value.happened]


def test_a_hub_elsewhere_is_not_joined_without_encryption(laptop: Laptop) -> None:
    with pytest.raises(PlainHttpRefused):
        enrol(laptop.open(), "http://hub.example.org", TYPED, None, laptop.clock)

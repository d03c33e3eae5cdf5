"""Promises of what the pocket registry adds to a history, and when it is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.known_history import Source, known_history
from fieldapp.actions.registry_history import Said, ask_registry, with_registry
from fieldapp.domain.client import Document
from fieldapp.journal import clients, hub_link, leases
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry import REGISTRY_FILE
from fieldapp.wire.dates import from_wall
from fieldapp.wire.lease import Lease, NamedKey, sign_lease
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.key import key_id, slow_key
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol
from tests.journal.laptop import VACCINE, Laptop, give, register
from tests.wire.registry.made_up import PRODUCTS, made_up_file

SECRET = b"s" * 32
PASSPORT = Document("passport", "TEST1")
ONE = Holding("covid-test-1", 1, date(2021, 4, 1))
WHEN = from_wall(1_790_000_000)
DAY_S = 86_400


def lend(journal: Journal, secret: bytes = SECRET) -> None:
    issued = int(journal.clock.now().timestamp())
    keys = (NamedKey("registry", 1, secret),)
    lease = Lease(ENROLMENT.hub_id, ENROLMENT.device, issued, issued + 14 * DAY_S, keys)
    own = hub_link.signing_key(journal).verify_key
    leases.store_lease(journal, sign_lease(lease, own, HUB_KEY))


def put(journal: Journal, *holdings: Holding, edition: int = 1) -> None:
    people = {slow_key(SECRET, PASSPORT.kind, PASSPORT.number): list(holdings)}
    content = made_up_file(people, key=HUB_KEY, secret_id=key_id(SECRET), edition=edition)
    (journal.home / REGISTRY_FILE).write_bytes(content)


def ask(journal: Journal, *documents: Document) -> Said | None:
    client = clients.get(journal, register(journal, "Test A", *documents))
    assert client is not None
    return ask_registry(journal, client)


def test_a_document_in_the_registry_is_told_and_another_is_told_to_have_none(
    journal: Journal,
) -> None:
    enrol(journal)
    lend(journal)
    put(journal, ONE)
    assert ask(journal, PASSPORT) == Said(WHEN, (ONE,))
    assert ask(journal, Document("passport", "TEST2")) == Said(WHEN, ())


def test_nothing_is_said_without_file_lease_or_document(laptop: Laptop, journal: Journal) -> None:
    enrol(journal)
    lend(journal)
    assert ask(journal, PASSPORT) is None, "no file"
    put(journal, ONE)
    assert ask(journal) is None, "no document"
    laptop.clock.pass_s(15 * DAY_S)
    assert ask(journal, PASSPORT) is None, "the lease has ended"
    lend(journal, b"o" * 32)
    assert ask(journal, PASSPORT) is None, "the file was made with another secret"


def test_the_same_question_is_slow_once_an_edition(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol(journal)
    lend(journal)
    put(journal, ONE)
    client = clients.get(journal, register(journal, "Test A", PASSPORT))
    assert client is not None
    assert ask_registry(journal, client)

    def slow(*_: object) -> bytes:
        raise AssertionError("asked again")

    with monkeypatch.context() as patched:
        patched.setattr("fieldapp.journal.registry.slow_key", slow)
        assert ask_registry(journal, client)
    put(journal, replace(ONE, doses=2), edition=2)
    said = ask_registry(journal, client)
    assert said is not None
    assert said.holdings[0].doses == 2


def test_a_dose_known_here_is_not_told_twice_and_a_new_one_has_its_origin(
    journal: Journal,
) -> None:
    client = register(journal, "Test A", PASSPORT)
    give(journal, client)
    here = known_history(journal, client)
    day = here.events[0].occurred_at.date()
    said = Said(WHEN, (Holding(VACCINE, 2, day, date(2021, 3, 1)),))
    both = with_registry(here, client, said)
    assert [event.occurred_at.date() for event in both.events] == [date(2021, 3, 1), day]
    assert both.origins[both.events[0].event_id].source is Source.REGISTRY
    assert both.origins[both.events[1].event_id].source is Source.OWN
    assert {origin.source for origin in both.known} == {Source.REGISTRY, Source.OWN}
    assert both.undated == 0


def test_doses_beyond_the_days_it_tells_are_counted(journal: Journal) -> None:
    client = register(journal, "Test A", PASSPORT)
    many = Holding(PRODUCTS[0], 5, date(2021, 4, 1), date(2021, 3, 1))
    known = with_registry(known_history(journal, client), client, Said(WHEN, (many,)))
    assert (len(known.events), known.undated) == (2, 3)


def test_a_registry_that_knows_nobody_still_says_as_of_when(journal: Journal) -> None:
    client = register(journal, "Test A", PASSPORT)
    known = with_registry(known_history(journal, client), client, Said(WHEN, ()))
    assert [origin.source for origin in known.known] == [Source.REGISTRY]
    assert with_registry(known_history(journal, client), client, None).known == ()

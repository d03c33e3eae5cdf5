"""How many records are safe where: the sum comes out at every moment."""

from __future__ import annotations

import json
from pathlib import Path

from fieldapp.actions.status import in_words, last_contact, status
from fieldapp.actions.void_dose import void_dose
from fieldapp.journal.backup import backup, restore
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal, open_journal
from tests.journal.erasing import confirm, next_page
from tests.journal.hub import ENROLMENT, enrol, receipt
from tests.journal.laptop import NURSE, Laptop, give, register

KEYS = {
    "recorded", "waiting", "confirmed", "durable", "counted", "contested", "quarantined", "voided",
    "erased", "clients", "doses", "entries", "entries_waiting", "oldest_waiting_s", "last_contact",
    "device", "epoch", "head_seq", "head_hash", "incidents",
}  # fmt: skip


def of(journal: Journal) -> dict[str, object]:
    return status(journal, journal.clock)


def test_every_promised_key_is_there_and_is_plain_json(journal: Journal) -> None:
    state = of(journal)
    assert set(state) == KEYS
    assert json.loads(json.dumps(state)) == state


def test_a_new_laptop_has_nothing_recorded_and_belongs_to_no_hub(journal: Journal) -> None:
    state = of(journal)
    assert (state["recorded"], state["clients"], state["device"]) == (0, 0, 0)
    assert state["last_contact"] is None
    assert state["oldest_waiting_s"] is None or state["oldest_waiting_s"] == 0
    assert "has not joined a hub" in in_words(state)


def test_what_a_receipt_covers_is_confirmed_and_the_rest_waits(journal: Journal) -> None:
    enrol(journal)
    person = register(journal)
    for _ in range(3):
        give(journal, person)
    store_receipt(journal, receipt(journal.head(), at=1_627_776_000))
    give(journal, person)
    state = of(journal)
    assert (state["recorded"], state["waiting"], state["confirmed"]) == (4, 1, 3)
    assert (state["device"], state["entries_waiting"]) == (ENROLMENT.device, 1)
    assert state["last_contact"] == "2021-08-01T00:00:00Z"
    assert last_contact(journal) is not None
    assert in_words(state).splitlines()[0] == (
        "4 doses recorded = 1 waiting + 3 confirmed by the hub"
    )


def test_confirmed_doses_add_up_however_doubtful_they_are(journal: Journal) -> None:
    enrol(journal)
    person = register(journal)
    doses = [give(journal, person) for _ in range(4)]
    void_dose(journal, doses[0], "recorded-twice", user=NURSE.login)
    store_receipt(journal, receipt(journal.head()))
    state = of(journal)
    parts = [state[key] for key in ("counted", "contested", "quarantined", "voided", "erased")]
    assert sum(part for part in parts if isinstance(part, int)) == state["confirmed"] == 4
    assert state["voided"] == 1


def test_the_oldest_waiting_record_grows_older(journal: Journal) -> None:
    give(journal, register(journal))
    clock = journal.clock
    assert hasattr(clock, "pass_s")
    clock.pass_s(3600)
    assert of(journal)["oldest_waiting_s"] == 3600


def test_the_head_is_the_newest_event_of_the_chain(journal: Journal) -> None:
    give(journal, register(journal))
    state, head = of(journal), journal.head()
    assert (state["head_seq"], state["head_hash"]) == (head.seq, head.hash.hex())
    assert state["epoch"] == head.epoch.hex()


def test_a_laptop_that_came_back_from_a_copy_says_so(laptop: Laptop, tmp_path: Path) -> None:
    journal = laptop.open()
    backup(journal, tmp_path / "b")
    restore(tmp_path / "b", tmp_path / "new")
    back = open_journal(tmp_path / "new", laptop.key(), laptop.clock)
    state = status(back, laptop.clock)
    assert "came back from a copy" in in_words(state)
    assert json.loads(json.dumps(state))["incidents"][0]["reason"] == "restored"
    back.close()


def test_what_was_erased_by_law_is_said(journal: Journal) -> None:
    enrol(journal)
    person = register(journal)
    dose = give(journal, person)
    confirm(journal)
    assert "by law" not in in_words(of(journal))
    take_page(journal, next_page(journal, person, dose))
    assert "1 doses are of people whom the hub erased by law." in in_words(of(journal))

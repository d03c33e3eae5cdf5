from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.journal.entries import Head
from fieldapp.journal.hub_link import hash_at, store_receipt
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import Tally, tally
from fieldapp.wire.facts import ClientLinked, DoseNotGiven, DoseVoided
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import NURSE, Laptop, give, register


def balanced(found: Tally) -> bool:
    confirmed = found.counted + found.contested + found.quarantined + found.voided + found.erased
    return (found.recorded, found.confirmed) == (found.waiting + found.confirmed, confirmed)


def count(journal: Journal) -> Tally:
    found = tally(journal, journal.clock.now())
    assert balanced(found)
    return found


def void(journal: Journal, dose_id: bytes) -> None:
    journal.append([DoseVoided(journal.ref(dose_id), "other")], user=NURSE.login)


def test_doses_are_counted_and_what_was_not_given_is_no_dose(laptop: Laptop) -> None:
    journal = laptop.open()
    client_id = register(journal)
    first = give(journal, client_id)
    laptop.clock.pass_s(90)
    give(journal, client_id)
    refusal = DoseNotGiven(journal.ref(client_id), None, "fever", 1, 480, 0)
    journal.append([refusal], user=NURSE.login)
    void(journal, first)
    found = count(journal)
    assert (found.recorded, found.waiting, found.confirmed) == (2, 2, 0)
    assert (found.doses, found.clients, found.oldest_waiting_s) == (1, 1, 90)
    assert found.entries == found.entries_waiting == journal.head().seq
    assert found.last_contact is None


def test_receipts_move_doses_from_waiting_to_confirmed(journal: Journal) -> None:
    enrol(journal)
    client_id = register(journal)
    doses = [give(journal, client_id) for _ in range(4)]
    void(journal, doses[0])
    head = journal.head()
    quarantined = ((head.seq - 1, "expired-lot"), (2, "not a dose"))
    store_receipt(journal, receipt(head, durable=head.seq - 3, quarantined=quarantined))
    give(journal, client_id)
    found = count(journal)
    assert (found.recorded, found.waiting, found.confirmed) == (5, 1, 4)
    assert (found.voided, found.quarantined, found.counted) == (1, 1, 2)
    assert (found.durable, found.entries_waiting) == (2, 1)
    assert found.last_contact is not None


def test_an_old_epoch_that_still_waits_is_not_forgotten(journal: Journal) -> None:
    enrol(journal)
    client_id = register(journal)
    give(journal, client_id)
    journal.begin_epoch("restored")
    give(journal, client_id)
    store_receipt(journal, receipt(journal.head()))
    found = count(journal)
    assert (found.recorded, found.waiting, found.confirmed) == (2, 1, 1)


def test_people_linked_as_one_are_one_client(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    journal.append([ClientLinked(journal.ref(one), journal.ref(other), "x")], user=NURSE.login)
    assert count(journal).clients == 1


@settings(max_examples=60)
@given(steps=st.lists(st.sampled_from(["dose", "void", "receipt", "epoch"]), max_size=25))
def test_nothing_is_ever_unaccounted(shared_laptop: Laptop, steps: list[str]) -> None:
    journal = shared_laptop.opened[0]
    doses = [give(journal, register(journal))]
    for number, step in enumerate(steps):
        if step == "dose":
            doses.append(give(journal, register(journal)))
        elif step == "void":
            void(journal, doses[number % len(doses)])
        elif step == "epoch":
            journal.begin_epoch("restored")
        else:
            head = journal.head()
            seq = head.seq - number % max(head.seq, 1)
            part = Head(head.epoch, seq, hash_at(journal, head.epoch, seq) or b"")
            store_receipt(journal, receipt(part, at=2_000_000_000 + journal.head().seq))
        count(journal)

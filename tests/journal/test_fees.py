from __future__ import annotations

import shutil

from fieldapp.journal import fees
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import FeeTaken, FeeWaived
from tests.journal.laptop import NURSE, Laptop, give, register


def take(journal: Journal, number: int, session: str | None = "one") -> bytes:
    dose = give(journal, register(journal, f"Test {number}"))
    taken = FeeTaken(journal.ref(dose), 71, number, 10_000, "CNY", "test rule", session)
    (fee,) = journal.append([taken], user=NURSE.login)
    assert fees.of_dose(journal, dose) is not None
    return fee.event_id


def test_the_next_number_was_never_used_after_a_restart_and_in_a_new_epoch_either(
    laptop: Laptop,
) -> None:
    journal = laptop.open()
    assert fees.next_number(journal) == 1
    take(journal, 1)
    take(journal, 2)
    laptop.close()
    journal = laptop.open()
    journal.begin_epoch("restored")
    assert fees.next_number(journal) == 3


def test_two_clones_that_take_the_same_number_print_different_receipts(laptop: Laptop) -> None:
    """Both disks hold the same journal; each start adds its own nonce to it."""
    laptop.open()
    laptop.close()
    clone = Laptop(laptop.home.with_name("clone"), laptop.clock, laptop.secrets)
    shutil.copytree(laptop.home, clone.home)
    receipts = []
    for disk in (laptop, clone):
        take(disk.open(), 7)
        receipts += [fee.receipt for fee in fees.of_session(disk.opened[0], "one")]
        disk.close()
    assert [receipt[:8] for receipt in receipts] == ["71-00007", "71-00007"]
    assert receipts[0] != receipts[1]


def test_fees_are_those_of_their_session(journal: Journal) -> None:
    take(journal, 1, "one")
    take(journal, 2, "two")
    take(journal, 3, None)
    assert [fee.number for fee in fees.of_session(journal, "two")] == [2]


def test_what_was_due_and_not_taken_is_known_with_who_decided(journal: Journal) -> None:
    dose = give(journal, register(journal))
    waived = FeeWaived(
        journal.ref(dose), "exempt", 10_000, "CNY", "rule", "no money", "Gao Jun", "one"
    )
    journal.append([waived], user=NURSE.login)
    (known,) = fees.waivers_of_session(journal, "one")
    assert (known.dose_id, known.kind, known.decided_by) == (dose, "exempt", "Gao Jun")
    assert fees.of_dose(journal, dose) is None

"""What the hub erased by law is gone from this laptop; everything else proves itself as before."""

from __future__ import annotations

import pytest

from fieldapp.journal import clients, doses, hub_link, stock, vials
from fieldapp.journal.backup import backup, restore
from fieldapp.journal.entries import all_entries, first_break
from fieldapp.journal.erasure import orders
from fieldapp.journal.erasure.orders import (
    carried_out,
    carry_on,
    cursors,
    newer_than,
    take_page,
    version,
)
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.rebuild import digest, rebuild
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.wire.erasures import MissingErasures
from fieldapp.wire.errors import BadSignature
from fieldapp.wire.facts import ClientAmended, DoseVoided, Erased
from tests.journal.erasing import (
    BASIS,
    CANARY,
    CANARY_ID,
    CANARY_NOTE,
    CANARY_PHONE,
    DECIDED_S,
    confirm,
    event,
    next_page,
    page,
    traces_in,
)
from tests.journal.hub import ENROLMENT, enrol, receipt
from tests.journal.laptop import LOT, NURSE, VACCINE, Laptop, give, open_vial, register


@pytest.fixture(autouse=True, params=[orders.LARGE, 0], ids=["anew", "beside"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything folded anew, as in a small journal, and worked out beside, as in a large one."""
    monkeypatch.setattr(orders, "LARGE", request.param)


@pytest.fixture
def canary(journal: Journal) -> list[bytes]:
    """Every event about somebody who asks to be forgotten, among those of others."""
    enrol(journal)
    give(journal, register(journal, "测试甲"))
    person = register(journal, CANARY, CANARY_ID, phone=CANARY_PHONE)
    dose = give(journal, person, vial=open_vial(journal))
    note = ClientAmended(journal.ref(person), "circumstances", None, CANARY_NOTE)
    (amended,) = journal.append([note], user=NURSE.login)
    give(journal, register(journal, "测试乙"))
    return [person, dose, amended.event_id]


def erased_facts(journal: Journal) -> list[Erased]:
    return [entry.fact for entry in all_entries(journal.db) if isinstance(entry.fact, Erased)]


def test_nothing_of_the_person_is_left_in_the_file(
    laptop: Laptop, journal: Journal, canary: list[bytes]
) -> None:
    confirm(journal)
    assert traces_in(laptop.home / "journal.db", laptop.key().secret)
    assert take_page(journal, next_page(journal, *canary)) == 3
    assert traces_in(laptop.home / "journal.db", laptop.key().secret) == []
    assert clients.by_document(journal, CANARY_ID) == []
    assert clients.search(journal, CANARY) == []
    assert clients.search(journal, "jinsi") == []
    assert clients.by_phone(journal, CANARY_PHONE) == []


def test_chain_receipts_and_projections_prove_themselves_as_before(
    journal: Journal, canary: list[bytes]
) -> None:
    confirm(journal)
    head = journal.head()
    take_page(journal, next_page(journal, *canary))
    assert verify(journal).problems == ()
    assert hub_link.hash_at(journal, head.epoch, head.seq) == head.hash
    live = digest(journal)
    rebuild(journal)
    assert digest(journal) == live
    give(journal, register(journal, "测试丙"))  # in the very block whose seed is gone
    assert verify(journal).problems == ()


def test_the_journal_notes_that_it_was_done_and_what_the_stock_needs(
    journal: Journal, canary: list[bytes]
) -> None:
    confirm(journal)
    (vial,) = vials.in_use(journal)
    before = stock.balance_of(journal, VACCINE, LOT)
    take_page(journal, next_page(journal, *canary))
    told = erased_facts(journal)
    assert [journal.ref(id_) for id_ in canary] == [fact.event for fact in told]
    assert {(fact.legal_basis, fact.decided_s) for fact in told} == {(BASIS, DECIDED_S)}
    assert [fact.lot for fact in told] == [None, LOT, None]
    assert stock.balance_of(journal, VACCINE, LOT) == before
    assert vials.in_use(journal) == [vial]


def test_the_equation_counts_what_was_erased(
    laptop: Laptop, journal: Journal, canary: list[bytes]
) -> None:
    confirm(journal)
    take_page(journal, next_page(journal, *canary))
    now = tally(journal, laptop.clock.now())
    assert (now.recorded, now.waiting, now.confirmed) == (3, 0, 3)
    assert (now.counted, now.erased, now.doses, now.clients) == (2, 1, 2, 2)
    assert doses.get(journal, canary[1]) is None


def test_what_no_receipt_covers_is_never_erased(journal: Journal, canary: list[bytes]) -> None:
    said = next_page(journal, *canary)
    assert take_page(journal, said) == 0
    assert clients.by_document(journal, CANARY_ID)
    assert (carried_out(journal), cursors(journal)) == (0, [])
    confirm(journal)
    assert take_page(journal, said) == 3
    assert cursors(journal) == [("erasures", 1)]


def test_a_later_erasure_waits_for_an_earlier_one(journal: Journal, canary: list[bytes]) -> None:
    confirm(journal)
    late = register(journal, "测试丁")
    both = page([(1, [event(journal, late)]), (2, [event(journal, canary[0])])], 0)
    assert take_page(journal, both) == 0
    first_only = page([(1, [event(journal, canary[0])]), (2, [event(journal, late)])], 0)
    assert take_page(journal, first_only) == 1
    assert carried_out(journal) == 1


def test_what_waits_is_done_with_the_receipt_and_no_page_need_come_again(
    journal: Journal, canary: list[bytes]
) -> None:
    first = page([(1, [event(journal, canary[0])])], 0)
    then = page([(2, [event(journal, canary[1])]), (3, [event(journal, canary[2])])], 1)
    assert take_page(journal, first) == take_page(journal, then) == 0
    assert (version(journal), carried_out(journal), cursors(journal)) == (3, 0, [])
    assert carry_on(journal) == 0
    confirm(journal)
    assert carry_on(journal) == 3
    assert (version(journal), carried_out(journal)) == (3, 3)
    assert carry_on(journal) == 0
    assert verify(journal).problems == ()


def test_what_is_waiting_here_goes_on_to_a_neighbour_all_the_same(
    journal: Journal, canary: list[bytes]
) -> None:
    first = page([(1, [event(journal, canary[0])])], 0)
    then = page([(2, [event(journal, canary[1])])], 1)
    take_page(journal, first)
    take_page(journal, then)
    assert newer_than(journal, 0) == [first, then]
    assert newer_than(journal, 1) == [then]
    assert newer_than(journal, 2) == []


def test_the_same_page_again_changes_nothing(journal: Journal, canary: list[bytes]) -> None:
    confirm(journal)
    said = next_page(journal, *canary)
    take_page(journal, said)
    before = journal.head()
    assert take_page(journal, said) == 0
    assert journal.head() == before


def test_a_page_that_tells_of_others_is_done_at_once(journal: Journal) -> None:
    enrol(journal)
    other = event(journal, give(journal, register(journal)))
    strange = type(other)(9, other.epoch, other.seq, b"?" * 16)
    assert take_page(journal, page([(3, [strange])], 0, 5)) == 0
    assert cursors(journal) == [("erasures", 5)]
    assert verify(journal).problems == ()


def test_a_page_after_one_that_is_missing_is_not_taken(
    journal: Journal, canary: list[bytes]
) -> None:
    confirm(journal)
    with pytest.raises(MissingErasures):
        take_page(journal, page([(9, [event(journal, canary[0])])], 4))
    assert clients.by_document(journal, CANARY_ID)


def test_a_page_of_another_hub_is_not_believed(journal: Journal, canary: list[bytes]) -> None:
    from nacl.signing import SigningKey

    from fieldapp.journal.hub_link import save_enrolment

    confirm(journal)
    said = next_page(journal, *canary)
    other = type(ENROLMENT)(
        7, "https://x.invalid", None, b"other", bytes(SigningKey.generate().verify_key), bytes(32)
    )
    save_enrolment(journal, other)
    with pytest.raises(BadSignature):
        take_page(journal, said)


def test_a_power_cut_in_the_middle_leaves_all_or_nothing(
    laptop: Laptop, journal: Journal, canary: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Cut

    confirm(journal)
    said = next_page(journal, *canary)
    fold = "replay" if orders.LARGE else "carry_out"
    for name in ("destroy", fold, "forget", "note_erased"):
        with monkeypatch.context() as at:
            at.setattr(orders, name, cut)
            with pytest.raises(Cut):
                take_page(journal, said)
        laptop.close()
        journal = laptop.open()
        assert clients.by_document(journal, CANARY_ID)
        assert verify(journal).problems == ()
    assert take_page(journal, said) == 3


def test_a_cut_before_the_file_is_written_anew_is_made_good_at_the_next_start(
    laptop: Laptop, journal: Journal, canary: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm(journal)
    said = next_page(journal, *canary)
    monkeypatch.setattr(orders, "wash_if_due", lambda _db: None)
    take_page(journal, said)
    laptop.close()
    laptop.open().db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    assert traces_in(laptop.home / "journal.db", laptop.key().secret) == []


def test_a_dose_struck_through_before_leaves_nothing_for_the_stock(
    laptop: Laptop, journal: Journal, canary: list[bytes]
) -> None:
    journal.append([DoseVoided(journal.ref(canary[1]), "other")], user=NURSE.login)
    confirm(journal)
    before = stock.balance_of(journal, VACCINE, LOT)
    take_page(journal, next_page(journal, *canary))
    assert stock.balance_of(journal, VACCINE, LOT) == before
    now = tally(journal, laptop.clock.now())
    assert (now.voided, now.erased, now.counted, now.doses) == (0, 1, 2, 2)
    assert verify(journal).problems == ()


def test_what_a_hub_put_back_has_lost_waits_again_without_its_body(
    laptop: Laptop, journal: Journal, canary: list[bytes]
) -> None:
    confirm(journal)
    end = hub_link.heads(journal)
    take_page(journal, next_page(journal, *canary))
    first = next(iter(end.values()))
    start = type(first)(first.epoch, 1, hub_link.hash_at(journal, first.epoch, 1) or b"")
    hub_link.store_receipt(journal, receipt(start, at=1_620_450_000), asked=9)
    now = tally(journal, laptop.clock.now())
    assert (now.recorded, now.waiting, now.confirmed, now.erased) == (3, 3, 0, 0)


def test_a_laptop_from_an_older_backup_is_told_again(
    laptop: Laptop, journal: Journal, canary: list[bytes]
) -> None:
    confirm(journal)
    file, home = laptop.home.parent / "old.backup", laptop.home.parent / "back"
    backup(journal, file)
    said = next_page(journal, *canary)
    take_page(journal, said)
    restore(file, home)
    back = open_journal(home, laptop.key(), laptop.clock)
    laptop.opened.append(back)
    assert clients.by_document(back, CANARY_ID) and cursors(back) == []
    assert take_page(back, said) == 3
    assert clients.by_document(back, CANARY_ID) == []
    assert (first_break(back.db), verify(back).problems) == (None, ())

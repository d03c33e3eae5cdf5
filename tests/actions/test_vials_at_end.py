"""An open vial outlives a session only if the policy lets it and somebody said that all is so."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.close_session import close_session
from fieldapp.actions.count_box import count_lot, counted, keep_vial
from fieldapp.actions.load_vials import Load
from fieldapp.actions.open_vial import VialScan, open_vial
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.session_standing import current_standing, standing_of
from fieldapp.actions.session_summary import session_summary
from fieldapp.actions.stock.discard_vial import discard_vial
from fieldapp.actions.vials_at_end import VialAtEnd, vials_at_end
from fieldapp.domain.immunization import BodySite, VaccineLot
from fieldapp.domain.reconciliation import LotCount
from fieldapp.journal import sessions, stock, vials
from fieldapp.journal.verify import verify
from fieldapp.reports.session_summary import VialKept
from tests.actions.operation import A, Operation
from tests.journal.laptop import LEAD, NURSE, register

POLIO = VaccineLot("bopv", "P-1", date(2022, 6, 30))
KEY = ("bopv", "P-1")


def opened(operation: Operation, lot: VaccineLot = POLIO, doses: int = 10) -> bytes:
    """A vial of ten that came into use."""
    scan = VialScan(lot, doses)
    return open_vial(operation.journal, scan, today=date(2021, 8, 1), user=NURSE.login)


def give(operation: Operation, vial: bytes, doses: int) -> None:
    for number in range(doses):
        client = register(operation.journal, f"Test {number}")
        order = DoseOrder(client, POLIO, BodySite.ORAL, vial_id=vial)
        record_dose(operation.journal, order, clock=operation.laptop.clock, user=NURSE.login)


def a_day(operation: Operation, number: int = 71, *loads: Load) -> bytes:
    """Two vials of ten on board, four doses given from the first; the box is counted."""
    operation.start(*(loads or (Load(POLIO, 2, 10),)), number=number)
    vial = opened(operation)
    give(operation, vial, 4)
    operation.release_all()
    operation.count(POLIO, 10)
    return vial


def the_lot(operation: Operation) -> LotCount:
    at = current_standing(operation.practice)
    assert at is not None
    (lot,) = at.reconciliation.lots
    return lot


def test_by_default_an_open_vial_is_thrown_away(operation: Operation) -> None:
    a_day(operation)
    assert (the_lot(operation).in_use, the_lot(operation).kept) == (6, 0)
    close_session(operation.practice, user=LEAD.login)
    (lot,) = stock.of_session(operation.journal, operation.label)
    assert (lot.loaded, lot.given, lot.wasted, lot.returned) == (20, 4, 6, 10)
    assert vials.in_use(operation.journal) == []


def test_a_kept_vial_goes_back_with_its_doses_and_comes_along_the_next_time(
    operation: Operation,
) -> None:
    vial = a_day(operation)
    keep_vial(operation.journal, operation.label, vial, True)
    assert (the_lot(operation).in_use, the_lot(operation).kept) == (0, 6)
    assert the_lot(operation).adds_up
    close_session(operation.practice, user=LEAD.login)
    (lot,) = stock.of_session(operation.journal, operation.label)
    assert (lot.loaded, lot.given, lot.wasted, lot.returned, lot.difference) == (20, 4, 0, 16, 0)
    assert [one.doses_left for one in vials.in_use(operation.journal)] == [6]
    operation.start(number=72)
    give(operation, vial, 2)
    operation.release_all()
    assert (the_lot(operation).loaded, the_lot(operation).given) == (6, 2)
    operation.count(POLIO, 0)
    close_session(operation.practice, user=LEAD.login)
    (lot,) = stock.of_session(operation.journal, operation.label)
    assert (lot.loaded, lot.given, lot.wasted, lot.returned, lot.difference) == (6, 2, 4, 0, 0)
    assert verify(operation.journal).problems == ()


def test_a_kept_vial_is_on_the_page_that_is_signed_before_and_after_the_close(
    operation: Operation,
) -> None:
    vial = a_day(operation)
    keep_vial(operation.journal, operation.label, vial, True)
    kept = (VialKept("bopv", "P-1", 6),)
    at = current_standing(operation.practice)
    assert at is not None
    draft = session_summary(operation.practice, at)
    assert (draft.kept, draft.reckoning.lots[0].returned) == (kept, 16)
    close_session(operation.practice, user=LEAD.login)
    (session,) = sessions.all_sessions(operation.journal)
    page = session_summary(operation.practice, standing_of(operation.practice, session))
    assert (page.kept, page.reckoning.lots[0].returned) == (kept, 16)
    assert page.reckoning.adds_up


def test_what_is_thrown_away_between_two_sessions_leaves_the_closed_one_as_it_was(
    operation: Operation,
) -> None:
    vial = a_day(operation)
    keep_vial(operation.journal, operation.label, vial, True)
    close_session(operation.practice, user=LEAD.login)
    discard_vial(operation.journal, vial, "broken", user=NURSE.login)
    (lot,) = stock.of_session(operation.journal, operation.label)
    assert (lot.wasted, lot.returned, lot.difference) == (0, 16, 0)
    balance = stock.balance_of(operation.journal, *KEY).balance
    assert (balance.on_hand, balance.at(None)) == (10, 10)


def test_only_what_may_be_kept_is_asked_about(operation: Operation) -> None:
    operation.start(Load(A, 1, 2), Load(POLIO, 1, 10))
    for lot, doses in ((A, 2), (POLIO, 10)):
        opened(operation, lot, doses)
    polio, covid = vials_at_end(operation.practice, set())
    assert polio.asks == ("cold", "vvm", "clean", "dry"), "the expiry is printed and known"
    assert (covid.asks, covid.kept) == ((), False)
    wanted = {polio.vial.vial_id, covid.vial.vial_id}
    assert [one.kept for one in vials_at_end(operation.practice, wanted)] == [True, False]


def test_what_was_wanted_is_asked_of_the_policy_again(operation: Operation) -> None:
    operation.start()
    vial = opened(operation)
    operation.laptop.clock.pass_s(29 * 86_400)
    (one,) = vials_at_end(operation.practice, {vial})
    assert isinstance(one, VialAtEnd)
    assert (one.end.reason, one.kept) == ("hours-over", False)


def test_a_decision_is_taken_back_and_a_count_forgets_none(operation: Operation) -> None:
    operation.start(Load(POLIO, 1, 10))
    vial = opened(operation)
    keep_vial(operation.journal, operation.label, vial, True)
    count_lot(operation.journal, operation.label, KEY, 0)
    assert counted(operation.journal, operation.label).kept == {vial}
    keep_vial(operation.journal, operation.label, vial, False)
    assert counted(operation.journal, operation.label).kept == set()

"""The verb: sum a session up for the page that is signed at its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from fieldapp.actions.consult import Practice
from fieldapp.actions.fee_rules import load_fee_rule
from fieldapp.actions.session_standing import SessionStanding
from fieldapp.actions.sign_summary import sign_summary
from fieldapp.domain.reconciliation import LotCount, Reconciliation
from fieldapp.journal import reactions, session_doses, staff, stock
from fieldapp.journal.journal import Journal
from fieldapp.reports.session_summary import (
    DosesGiven,
    NotGiven,
    Receipts,
    SessionSummary,
    VialKept,
)


def session_summary(practice: Practice, at: SessionStanding) -> SessionSummary:
    """The page of a session, signed by the laptop; one that is open is a draft."""
    journal, session = practice.journal, at.session
    zone = timezone(timedelta(minutes=practice.clock.utc_offset_min()))
    names = {known.login: known.name for known in staff.all_staff(journal)}
    rule = load_fee_rule(session.programme)
    count, serious = _reactions(journal, session.label)
    summary = SessionSummary(
        label=session.label,
        team=journal.team.name,
        operation=session.operation,
        unit=session.unit,
        place=session.place,
        programme=session.programme,
        opened_at=session.opened_at.astimezone(zone),
        opened_by=names.get(session.opened_by, session.opened_by),
        reckoning=_reckoning(at),
        currency=session.currency or (rule.currency if rule else "CNY"),
        decimals=rule.decimals if rule else 2,
        key_area=session.key_area or "",
        position=session.position,
        closed_at=_closed(session.closed_at, zone),
        closed_by=_closers(at, names),
        staff=tuple(member.name for member in session.staff),
        people=at.counts.people,
        doses=tuple(
            DosesGiven(vaccine, number, doses)
            for (vaccine, number), doses in sorted(at.by_dose.items())
        ),
        struck_through=at.counts.voided,
        not_given=tuple(NotGiven(*one) for one in session_doses.not_given(journal, session.label)),
        receipts=_receipts(at),
        watched=len(at.watched),
        reactions=count,
        serious=serious,
        doses_unsent=at.waiting if session.unsent is None else session.unsent,
        note=session.note or session.cash_reason or "",
        kept=_kept(journal, at),
    )
    return sign_summary(journal, summary)


def _closed(moment: datetime | None, zone: timezone) -> datetime | None:
    return None if moment is None else moment.astimezone(zone)


def _closers(at: SessionStanding, names: dict[str, str]) -> str:
    """Who closed it, and who stood beside them."""
    logins = (at.session.closed_by, at.session.second_person)
    return ", ".join(names.get(login, login) for login in logins if login)


def _reckoning(at: SessionStanding) -> Reconciliation:
    """The lots as the page adds them up: what came and went besides is in loaded and returned."""
    return Reconciliation(tuple(map(_as_printed, at.reconciliation.lots)), at.reconciliation.cash)


def _kept(journal: Journal, at: SessionStanding) -> tuple[VialKept, ...]:
    """The open vials that outlive the session; while it is open, those that are to."""
    lots = [(one.vial.lot, one.vial.doses_left) for one in at.open_vials if one.kept]
    lots += stock.kept_after(journal, at.session.label)
    return tuple(VialKept(lot.vaccine_id, lot.lot_number, doses) for lot, doses in lots)


def _as_printed(lot: LotCount) -> LotCount:
    returned = lot.returned if lot.returned is None else lot.returned + lot.back + lot.kept
    extra = lot.extra + max(0, -lot.in_use)
    wasted = lot.wasted + max(0, lot.in_use)
    loaded = lot.loaded + extra
    return replace(
        lot, loaded=loaded, wasted=wasted, returned=returned, in_use=0, extra=0, back=0, kept=0
    )


def _receipts(at: SessionStanding) -> Receipts:
    slips = [fee.receipt for fee in at.fees]
    return Receipts(
        count=len(slips),
        first=slips[0] if slips else "",
        last=slips[-1] if slips else "",
        refunds=len(at.refunds),
        not_taken=len(at.waivers),
    )


def _reactions(journal: Journal, label: str) -> tuple[int, int]:
    """How many reactions were reported about doses of the session, and how many are serious."""
    given = {dose.dose_id for dose in session_doses.given_doses(journal, label)}
    told = [
        event
        for event in reactions.all_reports(journal)
        if event.dose_id in given and event.withdrawn is None
    ]
    return len(told), sum(event.details.serious is True for event in told)

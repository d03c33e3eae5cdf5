"""A session's summary in words, on one sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from fieldapp.domain.reconciliation import LotCount, total
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.session_summary import Seal, SessionSummary, VialKept, statement
from fieldapp.ui.language import clock_time, day, number
from fieldapp.ui.print.money import money
from fieldapp.ui.print.paper import Paper, paper_of
from fieldapp.ui.print.template import Values
from fieldapp.ui.words import not_given_words, tr
from fieldapp.wire.spelled import spell
from fieldapp.wire.statement import write_statement

_SPELLED = 30  # bytes of the signature that stand in letters; the whole of it is in the QR code


def summary_paper(summary: SessionSummary, catalogue: Catalogue) -> Paper:
    """The page; with a seal, its QR code holds the signed statement."""
    title = tr("Session summary")
    values: Values = {
        **_words(summary),
        "title": title,
        "label": summary.label,
        "team": summary.team,
        "where": " · ".join(part for part in (summary.place, summary.key_area) if part),
        "draft": "" if summary.closed_at else tr("Draft: this session is still open."),
        "facts": [
            {"word": word, "value": value} for word, value in _facts(summary, catalogue) if value
        ],
        "lots": [_lot(lot, catalogue.short_name(lot.vaccine)) for lot in _lots(summary)],
        "doses": _lines(_doses(summary, catalogue)),
        "not_given": _lines(_not_given(summary)),
        "people": _lines(_people(summary)),
        "cash": _lines(_cash(summary)),
        "note": summary.note,
        **_seal(summary.seal),
    }
    stem = f"session-{summary.opened_at:%Y%m%d-%H%M}"
    code = _code(summary, summary.seal) if summary.seal else ""
    return paper_of("summary", values, title=title, stem=stem, code=code, private=False)


def _words(summary: SessionSummary) -> Mapping[str, str]:
    return {
        "lots_word": tr("Vaccine, in doses: loaded = given + wasted + returned"),
        "vaccine_word": tr("Vaccine"),
        "lot_word": tr("Lot"),
        "loaded_word": tr("Loaded"),
        "given_word": tr("Given"),
        "wasted_word": tr("Wasted"),
        "returned_word": tr("Returned"),
        "doses_word": tr("Doses given: {n}").format(n=number(summary.given)),
        "not_given_word": tr("Not given: {n}").format(n=number(summary.declined)),
        "people_word": tr("People"),
        "cash_word": tr("Cash"),
        "note_word": tr("Note:"),
        "sign_closed": tr("Closed by, signature"),
        "sign_second": tr("Checked by, signature"),
    }


def _facts(summary: SessionSummary, catalogue: Catalogue) -> Iterable[tuple[str, str]]:
    s = summary
    yield tr("Operation"), "" if s.operation is None else str(s.operation)
    yield tr("Vehicle or boat"), s.unit
    yield tr("Position"), "" if s.position is None else "{:.5f}, {:.5f}".format(*s.position)
    yield tr("Opened"), _by(s.opened_at, s.opened_by)
    yield tr("Closed"), _by(s.closed_at, s.closed_by) if s.closed_at else ""
    yield tr("Staff"), tr(", ").join(s.staff)
    yield tr("Programme"), s.programme
    yield tr("Open vials kept"), tr(", ").join(_kept(one, catalogue) for one in s.kept)


def _kept(one: VialKept, catalogue: Catalogue) -> str:
    words = tr("{vaccine} {lot}, {n} doses")
    name = catalogue.short_name(one.vaccine)
    return words.format(vaccine=name, lot=one.lot, n=number(one.doses))


def _by(moment: datetime, who: str) -> str:
    return f"{day(moment.date())} {clock_time(moment)}" + (f" · {who}" if who else "")


def _lots(summary: SessionSummary) -> Iterable[LotCount]:
    lots = summary.reckoning.lots
    yield from lots
    if len(lots) > 1:
        yield total(lots)


def _lot(lot: LotCount, vaccine: str) -> Mapping[str, str]:
    return {
        "vaccine": vaccine or tr("All"),
        "lot": lot.lot,
        "loaded": number(lot.loaded),
        "given": number(lot.given),
        "wasted": number(lot.wasted + lot.in_use),
        "returned": "–" if lot.returned is None else number(lot.returned),
        "verdict": _verdict(lot.missing),
    }


def _verdict(missing: int | None) -> str:
    if missing is None:
        return tr("not counted")
    if missing == 0:
        return tr("adds up")
    words = tr("{n} missing") if missing > 0 else tr("{n} too many")
    return words.format(n=number(abs(missing)))


def _lines(words: Iterable[str]) -> list[Mapping[str, str]]:
    return [{"words": line} for line in words]


def _doses(summary: SessionSummary, catalogue: Catalogue) -> Iterable[str]:
    for line in summary.doses:
        name = catalogue.short_name(line.vaccine)
        which = tr("Dose {n}").format(n=line.number) if line.number else tr("Dose number not known")
        yield f"{name} · {which}: {number(line.count)}"


def _not_given(summary: SessionSummary) -> Iterable[str]:
    for line in summary.not_given:
        yield f"{not_given_words(line.reason)}: {number(line.count)}"


def _people(summary: SessionSummary) -> Iterable[str]:
    s = summary
    yield tr("Vaccinated: {n}").format(n=number(s.people))
    yield tr("Watched afterwards: {n}").format(n=number(s.watched))
    yield tr("Reactions reported: {n}, serious: {m}").format(n=s.reactions, m=s.serious)
    yield tr("Records struck through: {n}").format(n=s.struck_through)
    yield tr("Not confirmed by the hub yet: {n}").format(n=number(s.doses_unsent))


def _cash(summary: SessionSummary) -> Iterable[str]:
    cash, receipts = summary.reckoning.cash, summary.receipts

    def said(amount: int) -> str:
        return money(amount, summary.currency, summary.decimals)

    if not cash.handled:
        yield tr("No fees were taken.")
        return
    words = tr("Float {start} + taken {taken} − given back {back} = {expected}")
    yield words.format(
        start=said(cash.start),
        taken=said(cash.taken),
        back=said(cash.refunded),
        expected=said(cash.expected),
    )
    if cash.counted is not None:
        verdict = _cash_verdict(cash.missing or 0, said)
        yield tr("Counted: {amount}").format(amount=said(cash.counted)) + f" · {verdict}"
    if receipts.count:
        words = tr("Receipts: {n}, from {first} to {last}")
        yield words.format(n=receipts.count, first=receipts.first, last=receipts.last)
    if receipts.refunds or receipts.not_taken:
        words = tr("Refunds: {n}. Fees left out by a named person: {m}")
        yield words.format(n=receipts.refunds, m=receipts.not_taken)


def _cash_verdict(missing: int, said: Callable[[int], str]) -> str:
    if missing == 0:
        return tr("adds up")
    words = tr("{amount} missing") if missing > 0 else tr("{amount} too much")
    return words.format(amount=said(abs(missing)))


def _seal(seal: Seal | None) -> Mapping[str, str]:
    if seal is None:
        return {"seal": "", "head": "", "signature": ""}
    who = tr("laptop {n}").format(n=seal.device) if seal.device else tr("this laptop")
    head = tr("Journal at entry {n}: {hash}").format(
        n=number(seal.head_seq), hash=seal.head_hash.hex()
    )
    return {
        "seal": tr(
            "Signed by {who}. The code above holds all counts and the whole signature."
        ).format(who=who),
        "head": head,
        "signature": tr("Signature: {letters}…").format(letters=spell(seal.signature[:_SPELLED])),
    }


def _code(summary: SessionSummary, seal: Seal) -> str:
    return write_statement(statement(summary, seal.head_seq, seal.head_hash), seal.signature)

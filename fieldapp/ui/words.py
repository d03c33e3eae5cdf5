"""Codes become sentences, dates become text: the only place where advice is put into words.

Everything goes through Qt's translation under the context "words".
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from fieldapp.domain.scan import Scan
from fieldapp.domain.schedule.advice import Advice, Verdict
from fieldapp.domain.schedule.case import Forecast
from fieldapp.ui.language import CHINESE, day, spoken, translate


def tr(text: str) -> str:
    """The sentence in the language of the screen."""
    return translate("words", text)


def verdict_title(advice: Advice, today: date) -> str:
    """The biggest words on the desk."""
    answer = advice.forecast
    if advice.verdict is Verdict.GIVE:
        return tr("Give dose {n}").format(n=answer.dose_number)
    if advice.verdict is Verdict.NOT_YET:
        if advice.wait_until is not None:
            return tr("Not yet: from {day}").format(day=day(advice.wait_until))
        if answer.reason != "DEFER" and answer.earliest is not None and answer.earliest > today:
            return tr("Not yet: from {day}").format(day=day(answer.earliest))
        return tr("Not today")
    if advice.verdict is Verdict.DO_NOT_GIVE:
        return tr("Do not give today")
    return tr("Ask a doctor first")


def verdict_reason(advice: Advice, last_dose: date | None, today: date) -> str:
    """Why, in one or two sentences."""
    answer = advice.forecast
    parts = [_on_record(advice) or _reason(answer, last_dose, today)]
    if advice.birth_decides:
        parts.append(tr("The exact birth date decides: ask for a paper with it."))
    if advice.wait_until is not None:
        parts.append(tr("That day at the latest: enter the other dose (F4) for the exact day."))
    parts += [tr(_WARNINGS[code]) for code in answer.warnings if code in _WARNINGS]
    return sentences(*parts)


def sentences(*said: str) -> str:
    """One after the other, as the language of the screen writes them; Chinese needs no space."""
    gap = "" if spoken() == CHINESE else " "
    return gap.join(part for part in said if part)


def _on_record(advice: Advice) -> str:
    """Why, when it is a reaction to an earlier dose that nobody need answer yes to."""
    cause = advice.forecast.decided_by
    return tr(_ON_RECORD[cause]) if cause in advice.on_record and cause in _ON_RECORD else ""


def _reason(answer: Forecast, last_dose: date | None, today: date) -> str:
    if answer.reason in ("DUE", "LATE_CONTINUE") and last_dose is not None:
        return _after_last(answer, last_dose, today)
    if answer.reason == "TOO_EARLY" and last_dose is not None and answer.earliest is not None:
        return tr("Day {n} after the last dose. The next counts from {day}.").format(
            n=(today - last_dose).days, day=day(answer.earliest)
        )
    return tr(_REASONS.get(answer.reason, "Look at the history again."))


def _after_last(answer: Forecast, last_dose: date, today: date) -> str:
    first, last = answer.earliest, answer.latest
    if first is None or last is None:
        words = _day_words(last_dose, today)
    else:
        within = _day_of_window(last_dose, today, first, last)
        words = within if today <= last else _day_words(last_dose, today)
        window = tr("Window: {first} to {last}.").format(first=day(first), last=day(last))
        words = sentences(words, window)
    if answer.reason == "LATE_CONTINUE":
        words = sentences(words, tr("Late: give it now, never start again."))
    return words


def _day_words(last_dose: date, today: date) -> str:
    return tr("Day {n} after the last dose.").format(n=(today - last_dose).days)


def _day_of_window(last_dose: date, today: date, first: date, last: date) -> str:
    """As programmes write a window: in days from the last dose."""
    n, opens, ends = ((one - last_dose).days for one in (today, first, last))
    return tr("Day {n} of {opens}–{ends} after the last dose.").format(n=n, opens=opens, ends=ends)


def rule_words(advice: Advice, language: str) -> str:
    """Rule, source and edition."""
    rule = advice.rule_titles.get(language) or advice.rule or "-"
    return tr("Rule: {rule} · {edition} · {source}").format(
        rule=rule, source=cited(advice.source), edition=cited(advice.edition)
    )


def cited(text: str) -> str:
    """A source or an edition, in the language of the screen where it has a name there."""
    return tr(_CITED.get(text, text))


def site_words(site: str) -> str:
    """Where the needle goes."""
    return tr(_SITES.get(site, site))


def not_given_words(reason: str) -> str:
    """A reason for not giving a dose."""
    return tr(NOT_GIVEN.get(reason, reason))


def void_words(reason: str) -> str:
    """A reason for striking a dose record through."""
    return tr(VOIDED.get(reason, reason))


def road_words(road: str) -> str:
    """How records travelled."""
    return tr(_ROADS.get(road, road))


def room_words(room: str) -> str:
    """The name of a room on the rail."""
    return tr(_ROOMS[room])


def clocks_go_on(count: int) -> str:
    """What the lock says, quietly, of those who are watched after a dose."""
    if not count:
        return ""
    return QCoreApplication.translate(
        "watch", "%n people are being watched; their clocks go on.", "", count
    )


def role_words(role: str) -> str:
    """What somebody is on this team."""
    return tr(_ROLES.get(role, role))


def kind_words(kind: str) -> str:
    """A kind of document."""
    return tr(_KINDS.get(kind, "Text"))


def scan_words(scan: Scan) -> str:
    """What a scan was recognised as, or what to try."""
    kind = kind_words(scan.kind)
    if scan.valid:
        return tr("{kind} read").format(kind=kind)
    if scan.error in _TROUBLES:
        return tr(_TROUBLES[scan.error])
    if scan.kind == "unknown":
        return tr("Not recognised: {text}. Scan again, or type the name.").format(
            text=scan.text[:40]
        )
    fault = tr(_FAULTS.get((scan.error or "").split(":")[0], "it is not valid"))
    return tr("{kind}: {fault}. Scan it again or type the number.").format(kind=kind, fault=fault)


_REASONS = {
    "DUE": "May be given now.",
    "LATE_CONTINUE": "Late: give it now, never start again.",
    "TOO_EARLY": "Too early after the last dose.",
    "BELOW_MIN_AGE": "Too young for this vaccine.",
    "SERIES_COMPLETE": "The course is complete. Nothing more is due in this programme.",
    "DUPLICATE_SAME_DAY": "A dose was already given today.",
    "OTHER_VACCINE_GAP": "Too soon after another vaccine.",
    "LIVE_VACCINE_GAP": "Too soon after another live vaccine.",
    "INFECTION_GAP": "Too soon after the infection.",
    "PLATFORM_MISMATCH": "The vial in hand is another kind of vaccine than the course.",
    "DEFER": "Wait until well, or until the gap is over. Nothing is lost.",
    "CONTRAINDICATED": "A reason against this vaccine was answered yes.",
    "NEEDS_CLINICAL_REVIEW": "No rule answers this. A doctor must decide.",
    "INVALID_HISTORY": "The history holds an impossible date. Correct it first.",
}
_CITED = {
    "1st ed., 29 Mar 2021": "1st ed., 29 Mar 2021",
    "National Health Commission of China, COVID-19 vaccination technical guideline": (
        "National Health Commission, COVID-19 vaccination technical guideline"
    ),
}
"""Editions and sources of programmes that have a name in more than one language."""
_ON_RECORD = {
    "severe_vaccine_allergy": "A severe reaction to an earlier dose of this vaccine is on record.",
    "serious_reaction_before": "A serious reaction to an earlier dose is on record. "
    "A doctor must decide.",
}
_WARNINGS = {
    "OTHER_MANUFACTURER_SAME_PLATFORM": "Another maker, same kind: allowed.",
    "EARLIEST_AFTER_LATEST": "Past the target date: the minimum interval still holds.",
    "ONE_DOSE_COMPLETES_AFTER_INFECTION": "After an infection one dose completes the course.",
    "NEEDS_CLINICAL_REVIEW": "An earlier record needs a doctor's look.",
}
NOT_GIVEN = {
    "fever": "Fever or acute illness",
    "refused": "The person refused",
    "contraindicated": "Must not have this vaccine",
    "too-early": "Too early",
    "no-stock": "No vaccine left",
    "left": "The person left",
    "other": "Another reason",
}
VOIDED = {
    "wrong-person": "Wrong person",
    "wrong-vaccine": "Wrong vaccine or lot",
    "not-given-after-all": "Not given after all",
    "recorded-twice": "Recorded twice",
    "other": "Another reason",
}
_ROLES = {"recorder": "vaccinator", "lead": "team lead", "supervisor": "supervisor"}
_ROOMS = {
    "desk": "Desk",
    "watch": "Watch",
    "calls": "Call list",
    "stock": "Stock",
    "session": "Session",
    "sync": "Sync",
}
_ROADS = {"http": "Internet", "usb": "USB stick", "neighbour": "Neighbour laptop"}
_SITES = {
    "left-deltoid": "left arm",
    "right-deltoid": "right arm",
    "left-thigh": "left thigh",
    "right-thigh": "right thigh",
    "oral": "by mouth",
}
_KINDS = {
    "cn-resident-id": "ID card",
    "cn-resident-id-15": "ID card",
    "cn-foreign-pr-2017": "Permanent resident card",
    "cn-foreign-pr-2023": "Permanent resident card",
    "hk-macao-permit": "Hong Kong or Macao permit",
    "taiwan-permit": "Taiwan permit",
    "cn-seafarer": "Seafarer's passport",
    "mrz": "Passport",
    "passport": "Passport",
    "provisional": "Provisional number",
    "booking": "Booking code",
    "gs1": "Vial",
    "cn-trace-code": "Vial",
    "phone": "Phone number",
    "card": "Vaccination card",
    "name": "Name",
}
_TROUBLES = {
    "INPUT_METHOD": "A Chinese input method caught the scan. Switch it to English (Shift), "
    "then scan again.",
    "KEYBOARD_LAYOUT": "The scanner is set to another keyboard than this laptop. Ctrl G says "
    "what to do.",
}
_FAULTS = {
    "LENGTH": "characters are missing or too many",
    "CHARACTERS": "a character cannot be right",
    "REGION": "the region does not exist",
    "BIRTH_DATE": "the birth date does not exist",
    "BIRTH_DATE_FUTURE": "the birth date lies in the future",
    "CHECK_DIGIT": "the check digit is wrong",
}

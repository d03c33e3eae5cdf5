"""What the codes about lots mean, in words: reasons, standings, how far a recall has come."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.domain.lot import LotState
from fieldapp.hub.lots.heard import Hearing
from fieldapp.hub.web.words import Said, said

RECALL_REASONS: Mapping[str, Said] = {
    "quality": said("Its quality is in doubt"),
    "too-warm": said("It was too warm before the teams had it"),
    "frozen": said("It was frozen before the teams had it"),
    "reactions": said("Unusual reactions after it"),
    "label": said("Wrong label or packing"),
    "other": said("Another reason"),
}
LIFTED_REASONS: Mapping[str, Said] = {
    "found-good": said("It was tested and found good"),
    "wrong-lot": said("Another lot was meant"),
    "withdrawn": said("The notice was withdrawn"),
    "other": said("Another reason"),
}
WASTED: Mapping[str, Said] = {
    "broken": said("broken"),
    "hours-over": said("open for too long"),
    "session-end": said("rest of a vial at the end of a session"),
    "replaced": said("rest of a vial that was put away"),
    "used-up": said("rest of a vial"),
    "expired": said("expired"),
    "vvm": said("vial monitor at its end"),
    "heat": said("too warm"),
    "frozen": said("frozen"),
    "contaminated": said("dirty or doubtful"),
    "recalled": said("recalled"),
    "lost": said("lost"),
    "other": said("another reason"),
    "": said("no reason"),
}
HELD: Mapping[str, Said] = {
    "too-warm": said("too warm"),
    "too-cold": said("too cold"),
    "frozen": said("frozen"),
    "vvm": said("vial monitor at its end"),
    "supplier-says-good": said("the supplier says it is good"),
    "shake-test-passed": said("the shake test shows no freezing"),
    "kept-elsewhere": said("it was not in that box"),
    "logger-was-wrong": said("the logger was wrong"),
    "wrong-lot": said("another lot was meant"),
    "withdrawn": said("the notice was withdrawn"),
    "other": said("another reason"),
}
DECIDED: Mapping[tuple[LotState, bool], Said] = {
    (LotState.HELD, True): said("held"),
    (LotState.HELD, False): said("released"),
    (LotState.RECALLED, True): said("recalled by the team itself"),
    (LotState.RECALLED, False): said("recall taken back"),
}
HEARING: Mapping[Hearing, tuple[str, str, Said]] = {
    Hearing.HEARD: ("ok", "circle-check", said("has heard")),
    Hearing.HANDED: ("wait", "clock", said("handed over, not confirmed yet")),
    Hearing.STICK: ("wait", "sd-card", said("on a stick for it: ask whether the team has read it")),
    Hearing.DEAF: ("stop", "phone", said("does not take it: call, update its program")),
    Hearing.NOT_YET: ("wait", "clock", said("has not heard yet")),
}


def words_of(table: Mapping[str, Said], code: str | None) -> Said:
    """A code in words; one of a newer laptop stands as it is."""
    return table.get(code or "", Said("{code}", {"code": code or ""}))

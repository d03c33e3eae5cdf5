"""Words for how a next dose stands, what a call came to, and what became of a message."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.domain.call import Outcome, Step
from fieldapp.domain.due import DueState
from fieldapp.hub.due.reading import GONE
from fieldapp.hub.messages.queue import State
from fieldapp.hub.web.words import Said, said
from fieldapp.reports.due import NONE_SENT

DUE_WORDS: Mapping[str, tuple[str, str, Said]] = {
    DueState.PAST.value: ("stop", "octagon-x", said("past the latest day")),
    DueState.OVERDUE.value: ("wait", "triangle-alert", said("overdue")),
    DueState.DUE.value: ("info", "clock", said("due")),
    DueState.SOON.value: ("plain", "clock", said("due soon")),
    DueState.NOT_YET.value: ("plain", "clock", said("not yet due")),
    DueState.ASK.value: ("wait", "circle-question-mark", said("a clinician has to look")),
    GONE: ("plain", "circle-x", said("will not come")),
}
OUTCOME_WORDS: Mapping[str, Said] = {
    Outcome.WILL_COME.value: said("will come"),
    Outcome.ELSEWHERE.value: said("had it elsewhere"),
    Outcome.REFUSED.value: said("refused"),
    Outcome.MOVED.value: said("moved away"),
    Outcome.DECEASED.value: said("died"),
    Outcome.NO_ANSWER.value: said("no answer"),
    Outcome.WRONG_NUMBER.value: said("wrong number"),
    Outcome.THIRD_PERSON.value: said("left a message with somebody"),
    Outcome.NO_COMMON_LANGUAGE.value: said("no common language"),
    Outcome.OPTED_OUT.value: said("wants no calls"),
}
STEP_WORDS: Mapping[str, Said] = {
    Step.CALL.value: said("to be called"),
    Step.LATER.value: said("later"),
    Step.NO_PHONE.value: said("no telephone: somebody has to go"),
    Step.TRIED.value: said("called as often as is done"),
    Step.OFF.value: said("not to be called"),
}
MESSAGE_WORDS: Mapping[str, Said] = {
    State.QUEUED.value: said("waits to be sent"),
    State.SENDING.value: said("is being sent"),
    State.SENT.value: said("sent"),
    State.DELIVERED.value: said("delivered"),
    State.FAILED.value: said("failed"),
    State.UNSURE.value: said("not known whether it went"),
    NONE_SENT: said("none"),
}

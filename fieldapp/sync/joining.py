"""Asking a hub to take this laptop in: one request, proven by the code on both sides.

The code itself never travels, and only a hub that knows it can answer; no key of the hub is known
before.
"""

from __future__ import annotations

from fieldapp.sync import errors
from fieldapp.sync.letters import refusal
from fieldapp.sync.link import Answer, HubLink
from fieldapp.wire.enrol_code import EnrolCode
from fieldapp.wire.enrolment import read_answer, write_request
from fieldapp.wire.errors import NewerFormat, WireError
from fieldapp.wire.messages import PRACTICE_APART, EnrolReply, EnrolRequest, Problem, decode_problem
from fieldapp.wire.signed import unsigned_body


def join_hub(link: HubLink, code: EnrolCode, request: EnrolRequest) -> EnrolReply:
    """The hub's proven answer.

    Raises WrongCode, PracticeStaysApart, HubBusy, UnsignedAnswer and what the link does.
    """
    answer = link.enrol(write_request(request, code))
    if answer.status != 200:
        raise _refused(answer)
    try:
        reply = read_answer(answer.body, code)
    except NewerFormat as error:
        raise errors.VersionMismatch from error
    except WireError as error:
        raise errors.UnsignedAnswer from error
    if reply.nonce != request.nonce:
        raise errors.UnsignedAnswer
    return reply


def _refused(answer: Answer) -> errors.SyncError:
    problem = _problem_of(answer)
    if problem is not None and problem.code == PRACTICE_APART:
        return errors.PracticeStaysApart()
    if problem is not None and answer.status in (401, 403, 404, 409, 410):
        return errors.WrongCode()
    return refusal(answer, problem, 0)


def _problem_of(answer: Answer) -> Problem | None:
    """A hub's words of refusal. Unproven, for we know no key yet; they can but end this attempt."""
    try:
        return decode_problem(unsigned_body(answer.body))
    except WireError:
        return None

"""The job: look who is due, note each message, hand it over, note the answer.

Safe to stop and to run again at any moment, and beside other commands: one sends at a time (a lock
that dies with its program). Promised: nobody gets the same message twice. The price: where the
program dies in the very moment of handing over and the gateway cannot be asked, the message stays
*unsure* and is not sent again; a delivery report still settles it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fieldapp.domain.sms import size_of
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.messages import queue
from fieldapp.hub.messages.alone import alone
from fieldapp.hub.messages.due import Due, Left, due_people
from fieldapp.hub.messages.errors import GatewayDown
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing
from fieldapp.hub.messages.job import Job, Outcome, language_for, text_for
from fieldapp.hub.messages.queue import State

MOST_REFUSALS = 3
"""In a row, after which the gateway is left alone: one that is not set up rightly refuses all."""
_REFUSED = (Fate.LATER, Fate.NEVER)


def send_due(job: Job, *, again: Sequence[State] = ()) -> Outcome:
    """Send what is due now; `again`: also what was left in these states before (UNSURE: somebody
    may get it twice). Raises AlreadySending, GatewayDown."""
    catch_up(job.store)
    outcome = Outcome()
    with alone(job.store):
        _recover(job, outcome)
        with job.store.writing() as connection:
            for state in again:
                queue.send_again(connection, state, job.now_s())
        refusals = 0
        for due, row in _to_send(job, outcome):
            answer = _send(job, due, row)
            if answer is None:
                continue
            outcome.count(due, answer)
            refusals = refusals + 1 if answer.fate in _REFUSED else 0
            if refusals >= MOST_REFUSALS:
                raise GatewayDown(name=job.gateway_name, why=answer.why, sent=outcome.sent)
        _take_receipts(job, outcome)
    return outcome


def would_send(job: Job) -> tuple[Outcome, list[tuple[Due, str, str]]]:
    """The dry run: what would go out now, with language and text. Nothing is noted."""
    catch_up(job.store)
    outcome = Outcome()
    listed = []
    for due, _ in _to_send(job, outcome):
        language = language_for(job, due)
        listed.append((due, language, text_for(job, due, language)))
        outcome.by_kind[due.kind.value] += 1
    return outcome, listed


def _to_send(job: Job, outcome: Outcome) -> Iterator[tuple[Due, Any]]:
    """Who is due a message now and did not get it, with the row of one refused before."""
    now_s, left = job.now_s(), Left(outcome.left)
    for batch in due_people(job.store, job.ground, now_s, left):
        with job.store.reading() as connection:
            record = queue.on_record(connection, batch)
        for due in batch:
            row = queue.found_in(record, due)
            if not queue.may_go(row, now_s):
                outcome.before += row is not None and row.state != State.QUEUED
                outcome.later += row is not None and row.state == State.QUEUED
            elif job.ground.settings.is_quiet(job.now_s(), due.offset_min):
                outcome.quiet += 1
            else:
                yield due, row


def _send(job: Job, due: Due, row: Any) -> Answer | None:
    """Note, hand over, note the answer."""
    language = language_for(job, due)
    text = text_for(job, due, language)
    size = queue.Size(language, size_of(text).parts)
    with job.store.writing() as connection:
        ref = queue.claim(connection, due, row, size, job.gateway_name, job.now_s())
    if ref is None:
        return None
    if size.parts > job.ground.settings.most_parts:
        answer = Answer(Fate.NEVER, why=f"{size.parts} parts are too long")
    else:
        answer = job.gateway.send(Outgoing(ref, due.phone, text))
    _note(job, ref, answer)
    return answer


def _note(job: Job, ref: str, answer: Answer) -> None:
    now_s = job.now_s()
    with job.store.writing() as connection:
        if answer.fate is Fate.TAKEN:
            queue.note_sent(connection, ref, answer.gateway_ref, now_s)
        elif answer.fate is Fate.LATER:
            queue.note_later(connection, ref, answer.why, now_s)
        elif answer.fate is Fate.NEVER:
            queue.note_failed(connection, ref, answer.why, now_s)
        else:
            queue.note_unsure(connection, ref, answer.why, now_s)


def _recover(job: Job, outcome: Outcome) -> None:
    """Whatever is being handed over while we hold the lock belongs to a program that died."""
    with job.store.reading() as connection:
        left = queue.being_sent(connection)
    for ref, gateway in left:
        asked = gateway == job.gateway_name
        other = Answer(Fate.UNSURE, why="the program ended before the answer came")
        answer = job.gateway.fate_of(ref) if asked else other
        outcome.unsure += answer.fate is Fate.UNSURE
        _note(job, ref, answer)


def _take_receipts(job: Job, outcome: Outcome) -> None:
    for receipt in job.gateway.receipts():
        with job.store.writing() as connection:
            outcome.reports += queue.note_report(
                connection, receipt.report, job.now_s(), gateway_ref=receipt.gateway_ref
            )

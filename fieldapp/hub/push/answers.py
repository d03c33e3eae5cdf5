"""What a FHIR server said to a bundle: taken, too much, refused with which entry, come later, or
that it is no server for this. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fieldapp.domain.backoff import is_retried
from fieldapp.hub.push.errors import ServerAway, ServerUnfit
from fieldapp.hub.push.link import Answer

MOST_ANSWER = 4000
_TOO_LARGE = 413
_REFUSALS = (400, 409, 412, 422)
_ENTRY = re.compile(r"\bentry\[([0-9]{1,6})\]")
_FAILED = 400
_LISTED = 3


class Fate(Enum):
    """What became of a bundle as a whole."""

    TAKEN = "taken"
    TOO_LARGE = "too-large"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Refusal:
    """`entry` None: the server did not say which it means."""

    entry: int | None
    status: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a server said; `refusals` also of single entries of a bundle that was taken."""

    fate: Fate
    refusals: tuple[Refusal, ...] = ()


def read_answer(answer: Answer, entries: int) -> Verdict:
    """Raises ServerAway, ServerUnfit."""
    if answer.status == _TOO_LARGE:
        return Verdict(Fate.TOO_LARGE)
    if is_retried(answer.status):
        raise ServerAway(why=f"it answered {answer.status}", wait_s=answer.wait_s)
    if answer.status in _REFUSALS:
        return Verdict(Fate.REFUSED, tuple(_refusals(answer)))
    kind = answer.body.get("resourceType"), answer.body.get("type")
    if answer.status != 200 or kind != ("Bundle", "transaction-response"):
        raise ServerUnfit(why=f"it answered {answer.status}, which is no answer to a transaction")
    listed = answer.body.get("entry", [])
    if not isinstance(listed, list) or len(listed) != entries:
        raise ServerUnfit(why="it does not say what became of each entry")
    return Verdict(Fate.TAKEN, tuple(_of_entries(listed)))


def _refusals(answer: Answer) -> Iterator[Refusal]:
    """Every entry that is named; one without an entry where none is."""
    said = _text(answer.body)
    named = {int(n) for where in _places(answer.body) for n in _ENTRY.findall(where)[:1]}
    if not named:
        yield Refusal(None, answer.status, said)
    for entry in sorted(named):
        yield Refusal(entry, answer.status, said)


def _places(outcome: Mapping[str, Any]) -> Iterator[str]:
    """Where in the bundle something is wrong: FHIR names it in three ways."""
    issues = outcome.get("issue", [])
    for issue in issues if isinstance(issues, list) else []:
        if not isinstance(issue, dict) or issue.get("severity") not in ("error", "fatal"):
            continue
        for name in ("expression", "location"):
            found = issue.get(name)
            listed = found if isinstance(found, list) else []
            yield from (one for one in listed if isinstance(one, str))


def _of_entries(listed: Sequence[Any]) -> Iterator[Refusal]:
    for number, entry in enumerate(listed):
        told = entry.get("response") if isinstance(entry, dict) else None
        told = told if isinstance(told, dict) else {}
        status = str(told.get("status", ""))[:_LISTED]
        code = int(status) if status.isdecimal() and status.isascii() else 0
        if code == 0 or code >= _FAILED:
            yield Refusal(number, code, _text(told.get("outcome", {})))


def _text(outcome: object) -> str:
    """As it can be stored: half a character, which JSON may hold, is none."""
    said = json.dumps(outcome, ensure_ascii=False)[:MOST_ANSWER]
    return said.encode("utf-8", "replace").decode()


def words_of(outcome: str) -> list[str]:
    """What an OperationOutcome says, issue by issue; of one that cannot be read, as it is."""
    try:
        told = json.loads(outcome)
    except ValueError:
        return [outcome]
    issues = told.get("issue", []) if isinstance(told, dict) else []
    said = [_issue(one) for one in issues if isinstance(one, dict)]
    return [one for one in said if one] or ["the server did not say why"]


def _issue(issue: Mapping[str, Any]) -> str:
    details = issue.get("details")
    text = details.get("text") if isinstance(details, dict) else None
    parts = (str(issue.get("code") or ""), str(issue.get("diagnostics") or text or ""))
    return ": ".join(part for part in parts if part)

"""Bulk export in the manner of FHIR's Bulk Data: asked for, looked after, fetched, dropped.

Written beside the server (`hub.bulk`); only the program that asked sees it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response, StreamingResponse

from fieldapp.hub.api.endpoints import JSON, Call, Endpoint, NotThere, Outcome, json_response
from fieldapp.hub.api.fhir import ground_of
from fieldapp.hub.api.finding import Kind as Resource
from fieldapp.hub.api.parameters import MOMENT, In, Kind, Parameter, choice
from fieldapp.hub.api.problems import FAULT, TOO_MANY, problem
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.bulk import jobs
from fieldapp.hub.bulk.jobs import BulkJob, State
from fieldapp.reports.fhir.values import moment_utc

NDJSON = "application/fhir+ndjson"
WAIT_S = 5
OVERLAP_S = 120
"""A change has its time a moment before it can be seen: who asks for what changed since an export
gets some people twice, and misses nobody."""
_KINDS = "|".join(Resource)
_TYPES = f"^({_KINDS})(,({_KINDS})){{0,9}}$"
_JOB = "^[0-9a-f]{32}$"
_MOST_S = 2**40


def _types(text: str) -> tuple[str, ...]:
    if not re.fullmatch(_TYPES, text):
        raise ValueError(f"it is no list of {', '.join(Resource)} with commas between")
    asked = set(text.split(","))
    return tuple(kind.value for kind in Resource if kind in asked)


def _id(text: str) -> str:
    if not re.fullmatch(_JOB, text):
        raise ValueError("it is not the id of an export")
    return text


_SINCE = Parameter("_since", MOMENT, "Only people of whom something changed since.")
_TYPE = Parameter("_type", Kind({"type": "string", "pattern": _TYPES}, _types), "Only these kinds.")
_FORMAT = Parameter(
    "_outputFormat", choice(NDJSON, "application/ndjson", "ndjson"), "Always NDJSON."
)
_ONE_JOB = Parameter(
    "job", Kind({"type": "string", "pattern": _JOB}, _id), "The export.", In.PATH, needed=True
)
_KIND = Parameter("kind", choice(*Resource), "Of which kind.", In.PATH, needed=True)


def _ask(call: Call) -> Outcome:
    """Taken; the address to look at is in Content-Location."""
    ground_of(call.hub)  # a hub without rules writes no export
    types = call.given.get("_type", tuple(kind.value for kind in Resource))
    since_s = call.given.get("_since")
    since_s = None if since_s is None else min(max(since_s, -_MOST_S), _MOST_S)
    with call.hub.store.writing() as connection:
        job = jobs.ask(connection, call.who, types, since_s, call.now_s)
    if job is None:
        said = {"Retry-After": str(60)}
        return Outcome(problem(TOO_MANY, fhir=True, detail="Too many exports wait.", headers=said))
    where = {"Content-Location": f"{call.base}/fhir/$export-status/{job.id}"}
    return Outcome(Response(status_code=202, headers=where))


def _mine(call: Call) -> BulkJob:
    with call.hub.store.reading() as connection:
        job = jobs.find(connection, call.given["job"], call.who)
    if job is None:
        raise NotThere
    return job


def _status(call: Call) -> Outcome:
    """How far it is; once it is written, where the files are."""
    job = _mine(call)
    if job.state is State.FAILED:
        return Outcome(problem(FAULT, fhir=True))
    if job.state is State.WAITING:
        said = {"X-Progress": f"{job.people} people", "Retry-After": str(WAIT_S)}
        return Outcome(Response(status_code=202, headers=said))
    with call.hub.store.reading() as connection:
        counted = jobs.counts(connection, job)
    return Outcome(json_response(_manifest(call, job, counted)))


def _manifest(call: Call, job: BulkJob, counted: dict[str, int]) -> dict[str, Any]:
    files = f"{call.base}/fhir/$export-files/{job.id}"
    began = datetime.fromtimestamp((job.as_of_s or job.asked_s) - OVERLAP_S, UTC)
    return {
        "transactionTime": moment_utc(began),
        "request": f"{call.base}/fhir/$export?_type={','.join(job.types)}",
        "requiresAccessToken": True,
        "output": [
            {"type": kind, "url": f"{files}/{kind}.ndjson", "count": count}
            for kind, count in counted.items()
        ],
        "error": [],
    }


def _drop(call: Call) -> Outcome:
    """It is wanted no more."""
    job = _mine(call)
    with call.hub.store.writing() as connection:
        jobs.drop(connection, job)
    return Outcome(Response(status_code=202))


def _file(call: Call) -> Outcome:
    """All of one kind, as it is read from the database."""
    job, kind = _mine(call), call.given["kind"]
    with call.hub.store.reading() as connection:
        lines = jobs.counts(connection, job).get(kind, 0)
    if job.state is not State.WRITTEN or not lines:
        raise NotThere
    content = jobs.content_of(call.hub.store, job, kind, lines)
    return Outcome(StreamingResponse(content, media_type=NDJSON), lines)


_MANIFEST = {
    "type": "object",
    "required": ["transactionTime", "request", "requiresAccessToken", "output", "error"],
}
ENDPOINTS = (
    Endpoint(
        "bulkExport", "GET", "/fhir/$export", "Everything as files: asked for here, written later.",
        Scope.PEOPLE, _ask, {}, (_TYPE, _SINCE, _FORMAT), personal=True, statuses=(202,),
    ),
    Endpoint(
        "bulkExportStatus", "GET", "/fhir/$export-status/{job}", "How far an export is.",
        Scope.PEOPLE, _status, {JSON: _MANIFEST}, (_ONE_JOB,), misses=True, statuses=(200, 202),
    ),
    Endpoint(
        "dropBulkExport", "DELETE", "/fhir/$export-status/{job}", "An export is wanted no more.",
        Scope.PEOPLE, _drop, {}, (_ONE_JOB,), personal=True, misses=True, statuses=(202,),
    ),
    Endpoint(
        "bulkExportFile", "GET", "/fhir/$export-files/{job}/{kind}.ndjson",
        "All of one kind. Files are kept for a day.",
        Scope.PEOPLE, _file, {NDJSON: {}}, (_ONE_JOB, _KIND), personal=True, misses=True,
    ),
)  # fmt: skip

"""Files to take away from a page: what each format is called, and the answer that holds one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from starlette.responses import Response

from fieldapp.hub.web.visit import Visit
from fieldapp.reports.files import FORMATS

ALL_FORMATS = (*FORMATS, "pdf")
TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def download(visit: Visit, name: str, fmt: str, write: Callable[[Path], object]) -> Response:
    """What `write` puts into a file, under a name with the day of today."""
    return file_response(called(visit, name), fmt, write, visit.today)


def called(visit: Visit, name: str) -> str:
    """The name of a file; it leaves the pages and the band of a hub for practice behind."""
    return f"practice-{name}" if visit.practice else name


def file_response(name: str, fmt: str, write: Callable[[Path], object], day: date) -> Response:
    """The same under the name of any day."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}.{fmt}"
        write(file)
        content = file.read_bytes()
    named = {"Content-Disposition": f'attachment; filename="{name}-{day.isoformat()}.{fmt}"'}
    return Response(content, 200, named, media_type=TYPES[fmt])

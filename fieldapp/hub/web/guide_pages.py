"""The supervisor's guide as a page, with pictures of the pages; open to whoever has signed in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.responses import FileResponse, Response

from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import CHINESE, said
from fieldapp.reports import guide
from fieldapp.reports.guide import SUPERVISOR, chapters, picture_file

_A_DAY = {"Cache-Control": "private, max-age=86400"}


def show_guide(visit: Visit) -> Response:
    """Every chapter, with the list of them before."""
    return visit.show("guide.html", chapters=_written(_language(visit)))


def show_picture(visit: Visit) -> Response:
    """One of the pictures that the guide names."""
    name = visit.params["name"]
    file = _picture(_language(visit), name)
    if file is None:
        return problem(visit, 404, said("There is no such picture."))
    return FileResponse(file, headers=_A_DAY, media_type="image/png")


def _language(visit: Visit) -> str:
    return guide.CHINESE if visit.words.language == CHINESE else guide.ENGLISH


@cache
def _written(language: str) -> list[tuple[str, Markup]]:
    """Title and HTML of each chapter. The words are ours; HTML in them would be shown as it is."""
    write = MarkdownIt("commonmark", {"html": False}).render

    def place(name: str) -> str | None:
        return f"/guide/{name}.png" if _picture(language, name) else None

    return [
        (chapter.title, Markup(write(chapter.illustrated(place))))  # noqa: S704  HTML is off above
        for chapter in chapters(language, SUPERVISOR)
    ]


def _picture(language: str, name: str) -> Path | None:
    named = {name for chapter in chapters(language, SUPERVISOR) for name in chapter.pictures}
    return picture_file(language, SUPERVISOR, name) if name in named else None


PAGES = (
    Page("GET", "/guide", Permission.SIGNED_IN, show_guide),
    Page("GET", "/guide/{name}.png", Permission.SIGNED_IN, show_picture),
)

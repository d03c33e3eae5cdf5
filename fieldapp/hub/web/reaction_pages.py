"""Reactions after a dose, for supervisors: every report, grave ones first asked for. Every look is
in the audit; nothing is typed here, a report is corrected where it was made."""

from __future__ import annotations

from starlette.responses import Response

from fieldapp.hub.devices import devices
from fieldapp.hub.reactions import listing
from fieldapp.hub.reactions.listing import ReactionFilter
from fieldapp.hub.web import doses
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import page_no, pages_of
from fieldapp.hub.web.catalogue import product_name
from fieldapp.hub.web.guard import Page
from fieldapp.hub.web.lots_pages import address
from fieldapp.hub.web.reaction_words import ended, look_of, seen, why_serious
from fieldapp.hub.web.record_words import when_words
from fieldapp.hub.web.visit import Visit

A_PAGE = 50
_MOST_TYPED = 80


def show_reactions(visit: Visit) -> Response:
    """The reports asked for."""
    chosen, page = _chosen(visit), page_no(visit.query.get("page", ""))
    which = ReactionFilter(chosen["grave"] == "yes", chosen["vaccine"], chosen["lot"].strip())
    with visit.hub.store.reading() as connection:
        number = listing.count(connection, which)
        lines = listing.page_of(connection, which, skip=(page - 1) * A_PAGE, most=A_PAGE)
        teams = {no: device.name for no, device in devices(connection).items()}
        products = doses.vaccines(connection)
    asked = " ".join(f"{name}={value}" for name, value in chosen.items() if value)
    with visit.hub.store.writing() as connection:
        visit.note(connection, "reactions-looked-at", "reactions", f"{len(lines)} {asked}"[:200])
    return visit.show(
        "reactions.html", lines=lines, number=number, page=page, pages=pages_of(number, A_PAGE),
        teams=teams, products=products, chosen=chosen, product_name=product_name,
        when_words=when_words, address=address, look_of=look_of, seen=seen,
        why_serious=why_serious, ended=ended, most_typed=_MOST_TYPED,
    )  # fmt: skip


def _chosen(visit: Visit) -> dict[str, str]:
    return {name: visit.query.get(name, "")[:_MOST_TYPED] for name in ("grave", "vaccine", "lot")}


PAGES = (Page("GET", "/reactions", Permission.PEOPLE, show_reactions),)

"""Laptops for administrators: who joined, adding a team, shutting a lost laptop out."""

from __future__ import annotations

from sqlalchemy import Connection, select
from starlette.responses import Response

from fieldapp.domain.documents.phone import tail_of
from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import schema
from fieldapp.hub.devices import devices, revoke_in
from fieldapp.hub.enrolment import CODE_LIFE_S, make_code
from fieldapp.hub.errors import BadTeam
from fieldapp.hub.sync_log.proof import proofs, tallies
from fieldapp.hub.telephones import BadTelephone, note_telephone, telephones
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import number_of, page_no, pages_of
from fieldapp.hub.web.errors import NoReason
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.overview import TEAMS_A_PAGE
from fieldapp.hub.web.overview_pages import STATE_WORDS
from fieldapp.hub.web.sign_in import qr
from fieldapp.hub.web.standing import silence_of, standing_of
from fieldapp.hub.web.team_words import (
    SILENCE,
    STATES_ASKED,
    TEAMS,
    asked_teams,
    chosen_teams,
    kinds_of_team,
    team_filter,
)
from fieldapp.hub.web.times import age
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import said
from fieldapp.wire.invitation import write_invitation

_MOST_TEXT, _MOST_TELEPHONE = 80, 60
_code = schema.enrol_code.c


def show_devices(visit: Visit) -> Response:
    """The laptops asked for, those to be called first; and the codes that are still open."""
    which = team_filter(visit)
    with visit.hub.store.reading() as connection:
        known = standing_of(devices(connection).values(), visit.now_s)
        sums = tallies(connection)
        codes = _open_codes(connection, visit.now_s)
    listed = [one for one in known if which.holds(one, sums[one.device.no])]
    pages = pages_of(len(listed), TEAMS_A_PAGE)
    page = min(page_no(visit.query.get("page", "")), pages)
    return visit.show(
        "devices.html", teams=listed[(page - 1) * TEAMS_A_PAGE : page * TEAMS_A_PAGE], page=page,
        pages=pages, found=len(listed), sums=sums, codes=codes, silence=SILENCE, kinds=TEAMS,
        age=age, regions=sorted({one.device.region for one in known}), states_asked=STATES_ASKED,
        chosen=chosen_teams(visit), asked=asked_teams(visit),
    )  # fmt: skip


def _open_codes(connection: Connection, now_s: int) -> list[tuple[str, str, int]]:
    rows = (
        select(_code.name, _code.region, _code.expires_s)
        .where(_code.device.is_(None), _code.expires_s > now_s)
        .order_by(_code.expires_s)
    )
    return [(row.name, row.region, row.expires_s) for row in connection.execute(rows)]


def show_device(visit: Visit) -> Response:
    """One laptop: what it has handed in, what it owes, and the way to shut it out."""
    return _device(visit)


def _device(visit: Visit, told: FieldAppError | None = None) -> Response:
    no = number_of(visit.params["no"])
    with visit.hub.store.reading() as connection:
        found = proofs(connection, no) if no else []
        called = telephones(connection, [no]) if no else {}
    if not found:
        return problem(visit, 404, said("No laptop has this number."))
    telephone, wrong = called.get(no or 0, ""), visit.words.of_error(told) if told else None
    of_telephone = isinstance(told, BadTelephone)
    return visit.show(
        "device.html", 422 if told else 200, proof=found[0], kinds=TEAMS, state_words=STATE_WORDS,
        silence=SILENCE, standing=silence_of(found[0].device, visit.now_s), age=age,
        told=None if of_telephone else wrong, bad_telephone=wrong if of_telephone else None,
        reason=visit.form.get("reason", ""), telephone=telephone, most_telephone=_MOST_TELEPHONE,
        typed=visit.form.get("telephone", telephone),
    )  # fmt: skip


def revoke(visit: Visit) -> Response:
    """Shut it out, with a reason, confirmed by a tick."""
    reason, no = " ".join(visit.form.get("reason", "").split())[:200], number_of(visit.params["no"])
    if not reason or visit.form.get("sure") != "yes":
        return _device(visit, NoReason())
    with visit.hub.store.writing() as connection:
        device = revoke_in(connection, no or 0, visit.now_s)
        visit.note(connection, "device-revoked", f"laptop {device.no}", reason)
    return visit.go(f"/devices/{device.no}")


def call_under(visit: Visit) -> Response:
    """Note under which number its team is called; an empty one takes it away."""
    # never cut: the beginning of a long one may be somebody else's number
    typed, no = visit.form.get("telephone", ""), number_of(visit.params["no"])
    try:
        if len(typed) > _MOST_TELEPHONE:
            raise BadTelephone()
        with visit.hub.store.writing() as connection:
            if no not in devices(connection, [no or 0]):
                return problem(visit, 404, said("No laptop has this number."))
            now = note_telephone(connection, no, typed, visit.today)
            # the record is for ever, the number is not: its end tells which one it was
            noted = f"…{tail_of(now)}" if now else "taken away"
            visit.note(connection, "telephone-noted", f"laptop {no}", noted)
    except BadTelephone as bad:
        return _device(visit, bad)
    return visit.go(f"/devices/{no}")


def ask_team(visit: Visit) -> Response:
    """Name, kind and region of a new team."""
    return _team_form(visit)


def _team_form(visit: Visit, told: FieldAppError | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        regions = connection.execute(select(_code.region).distinct().order_by(_code.region))
        known = list(regions.scalars())
    return visit.show(
        "team_new.html", 422 if told else 200, kinds=kinds_of_team(visit), regions=known,
        form=visit.form, told=visit.words.of_error(told) if told else None,
    )  # fmt: skip


def add_team(visit: Visit) -> Response:
    """Make the code and show it once."""
    name, kind, region = (
        " ".join(visit.form.get(field, "").split())[:_MOST_TEXT]
        for field in ("name", "kind", "region")
    )
    kind = kind if kind in kinds_of_team(visit) else ""
    try:
        with visit.hub.store.writing() as connection:
            code = make_code(connection, name, kind, region, now_s=visit.now_s)
            visit.note(connection, "team-added", name, region)
    except BadTeam as bad:
        return _team_form(visit, bad)
    until_s = visit.now_s + CODE_LIFE_S
    here = f"{'https' if visit.secure else 'http'}://{visit.host}"
    return visit.show(
        "team_code.html", name=name, code=code, here=here, until_s=until_s,
        drawn=qr(write_invitation(code, here)),
    )  # fmt: skip


PAGES = (
    Page("GET", "/devices", Permission.DEVICES, show_devices),
    Page("GET", "/devices/new", Permission.DEVICES, ask_team),
    Page("POST", "/devices/new", Permission.DEVICES, add_team),
    Page("GET", "/devices/{no}", Permission.DEVICES, show_device),
    Page("POST", "/devices/{no}/telephone", Permission.DEVICES, call_under),
    Page("POST", "/devices/{no}/revoke", Permission.DEVICES, revoke),
)

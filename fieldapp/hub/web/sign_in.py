"""Signing in, step by step: passphrase, a passphrase of one's own, second factor; and out again.

A wrong login, a wrong passphrase and an ended user get the same answer after the same work.
"""

from __future__ import annotations

import io
import secrets

import segno
from markupsafe import Markup
from sqlalchemy import select, update
from starlette.responses import Response

from fieldapp.hub.web import accounts, lockout, sessions, totp
from fieldapp.hub.web.access import Permission, allows
from fieldapp.hub.web.errors import WeakPassphrase
from fieldapp.hub.web.guard import Page
from fieldapp.hub.web.passphrases import MOST_CHARACTERS, fits
from fieldapp.hub.web.sealing import seal, unseal
from fieldapp.hub.web.sessions import Session, Stage
from fieldapp.hub.web.tables import web_user
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import LANGUAGES, Said, counted, said

ISSUER = "fieldapp hub"
_WRONG = said("Login and passphrase do not fit together.")
_WRONG_CODE = said("This code is not right, or was used already. Wait for the next one.")
_DIFFERENT = said("The two passphrases differ.")
_MOST_LOGIN = 60
_user = web_user.c
_STEP_PATHS = {
    Stage.PASSPHRASE: "/sign-in/passphrase",
    Stage.SET_UP: "/sign-in/set-up",
    Stage.SECOND: "/sign-in/code",
    Stage.IN: "/",
}


def home(visit: Visit) -> Response:
    """The first page: where to begin, for this visitor."""
    session = visit.session
    if session is None:
        return visit.go("/sign-in")
    if session.stage is not Stage.IN:
        return visit.go(_STEP_PATHS[session.stage])
    sees_figures = allows(session.role, Permission.FIGURES)
    return visit.go("/overview" if sees_figures else "/devices")


def ask(visit: Visit) -> Response:
    """Login and passphrase; on a hub without users what its operator does."""
    if visit.session is not None and visit.session.stage is Stage.IN:
        return visit.go("/")
    with visit.hub.store.reading() as connection:
        if not accounts.anybody(connection):
            return visit.show("empty.html")
    return _form(visit)


def _form(visit: Visit, told: Said | None = None, status: int = 200) -> Response:
    return visit.show("sign_in.html", status, told=told, login=visit.form.get("login", ""))


def _too_early(wait_s: int) -> Said:
    minutes = -(-wait_s // 60)
    if wait_s < 60:
        return counted(
            "Too many wrong attempts. Wait {n} second.|Too many wrong attempts. Wait {n} seconds.",
            wait_s,
        )
    return counted(
        "Too many wrong attempts. Wait {n} minute.|Too many wrong attempts. Wait {n} minutes.",
        minutes,
    )


def answer(visit: Visit) -> Response:
    """Login and passphrase came."""
    login = visit.form.get("login", "").strip().casefold()[:_MOST_LOGIN]
    passphrase = visit.form.get("passphrase", "")[: MOST_CHARACTERS + 1]
    account, address = lockout.account(login), lockout.address(visit.address)
    with visit.hub.store.writing() as connection:
        wait_s = lockout.enter(connection, [account, address], visit.now_s)
    if wait_s:
        return _form(visit, _too_early(wait_s), 429)
    with visit.hub.store.reading() as connection:
        wanted = select(_user.passphrase, _user.change, _user.secret)
        row = connection.execute(
            wanted.where(_user.login == login, _user.ended_s.is_(None))
        ).first()
    if not fits(row.passphrase if row else None, passphrase) or row is None:
        _note_failure(visit, login, "passphrase")
        return _form(visit, _WRONG, 401)
    stage = Stage.SECOND if row.secret else Stage.SET_UP
    stage = Stage.PASSPHRASE if row.change else stage
    with visit.hub.store.writing() as connection:
        lockout.forgive(connection, [account])
        lockout.take_back(connection, address)
    return _advance(visit, login, stage)


def _note_failure(visit: Visit, login: str, what: str) -> None:
    with visit.hub.store.writing() as connection:
        known = accounts.find(connection, login) is not None
        subject = f"user {login}" if known else "user unknown"
        visit.note(connection, "sign-in-refused", subject, what)


def _advance(visit: Visit, login: str, stage: Stage) -> Response:
    """To the next step, under a new token."""
    with visit.hub.store.writing() as connection:
        if visit.session is not None:
            sessions.end(connection, visit.session)
        token = sessions.begin(connection, login, stage, visit.now_s)
        if stage is Stage.IN:
            seen = update(web_user).where(_user.login == login).values(seen_s=visit.now_s)
            connection.execute(seen)
            visit.desk(connection).note("signed-in", login)
    response = visit.go(_STEP_PATHS[stage])
    visit.hand_out(response, token)
    return response


def ask_passphrase(visit: Visit) -> Response:
    """A passphrase of one's own, in place of the one that somebody else made."""
    return _at(visit, Stage.PASSPHRASE) or visit.show("passphrase.html", told=None)


def choose_passphrase(visit: Visit) -> Response:
    """It came, twice."""
    session, first = visit.session, visit.form.get("first", "")
    elsewhere = _at(visit, Stage.PASSPHRASE)
    if elsewhere or session is None:
        return elsewhere or visit.go("/")
    if first != visit.form.get("again", ""):
        return visit.show("passphrase.html", 422, told=_DIFFERENT)
    try:
        with visit.hub.store.writing() as connection:
            accounts.choose_passphrase(visit.desk(connection), session.login, first)
            user = accounts.find(connection, session.login)
    except WeakPassphrase as weak:
        happened, _, next_step = visit.words.of_error(weak)
        return visit.show("passphrase.html", 422, told=Said(f"{happened} {next_step}"))
    return _advance(
        visit, session.login, Stage.SECOND if user and user.has_second else Stage.SET_UP
    )


def ask_set_up(visit: Visit, told: Said | None = None, status: int = 200) -> Response:
    """The QR code of a new second factor."""
    session = visit.session
    elsewhere = _at(visit, Stage.SET_UP)
    if elsewhere or session is None:
        return elsewhere or visit.go("/")
    secret = _secret_being_set_up(visit, session)
    address = totp.address(secret, session.login, ISSUER)
    typed = totp.written(secret)
    return visit.show("set_up.html", status, told=told, code=qr(address), typed=typed)


def _secret_being_set_up(visit: Visit, session: Session) -> bytes:
    keys = visit.hub.store.keys
    if session.secret is not None:
        return unseal(keys, session.secret)
    secret = secrets.token_bytes(totp.SECRET_BYTES)
    with visit.hub.store.writing() as connection:
        sessions.keep_secret(connection, session, seal(keys, secret))
    return secret


def qr(text: str) -> Markup:
    """As a drawing inside the page."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        border=3,
        dark="#000",
        light="#fff",
    )
    return Markup(drawn.getvalue().decode("ascii"))  # noqa: S704  drawn here, not typed by anybody


def set_up(visit: Visit) -> Response:
    """The first code of a new second factor proves that the telephone has it."""
    session = visit.session
    elsewhere = _at(visit, Stage.SET_UP)
    if elsewhere or session is None or session.secret is None:
        return elsewhere or visit.go("/sign-in/set-up")
    wait_s = _enter_code(visit, session)
    if wait_s:
        return ask_set_up(visit, _too_early(wait_s), 429)
    secret = unseal(visit.hub.store.keys, session.secret)
    step = totp.step_of(secret, visit.form.get("code", ""), visit.now_s, None)
    if step is None:
        return ask_set_up(visit, _WRONG_CODE, 401)
    with visit.hub.store.writing() as connection:
        values = {"secret": session.secret, "used_step": step}
        connection.execute(update(web_user).where(_user.login == session.login).values(**values))
        lockout.forgive(connection, [lockout.second_factor(session.login)])
        visit.desk(connection).note("second-factor-set-up", session.login)
    return _advance(visit, session.login, Stage.IN)


def ask_code(visit: Visit) -> Response:
    """The code of the second factor."""
    return _at(visit, Stage.SECOND) or visit.show("code.html", told=None)


def check_code(visit: Visit) -> Response:
    """It came; one that was used before is refused."""
    session = visit.session
    elsewhere = _at(visit, Stage.SECOND)
    if elsewhere or session is None:
        return elsewhere or visit.go("/")
    wait_s = _enter_code(visit, session)
    if wait_s:
        return visit.show("code.html", 429, told=_too_early(wait_s))
    if not _takes_code(visit, session):
        _note_failure(visit, session.login, "code")
        return visit.show("code.html", 401, told=_WRONG_CODE)
    return _advance(visit, session.login, Stage.IN)


def _enter_code(visit: Visit, session: Session) -> int:
    with visit.hub.store.writing() as connection:
        key = lockout.second_factor(session.login)
        return lockout.enter(connection, [key], visit.now_s)


def _takes_code(visit: Visit, session: Session) -> bool:
    """Check and use up a code in one transaction: of two at once only one is good."""
    with visit.hub.store.writing() as connection:
        wanted = select(_user.secret, _user.used_step).where(_user.login == session.login)
        row = connection.execute(wanted.with_for_update()).one()
        if row.secret is None:
            return False
        secret = unseal(visit.hub.store.keys, row.secret)
        typed = visit.form.get("code", "")
        step = totp.step_of(secret, typed, visit.now_s, row.used_step)
        if step is None:
            return False
        used = update(web_user).where(_user.login == session.login).values(used_step=step)
        connection.execute(used)
        lockout.forgive(connection, [lockout.second_factor(session.login)])
        return True


def _at(visit: Visit, stage: Stage) -> Response | None:
    """The way to the step that somebody is really at, if it is not this one."""
    here = visit.session.stage if visit.session else None
    if here is stage:
        return None
    return visit.go(_STEP_PATHS[here] if here else "/sign-in")


def sign_out(visit: Visit) -> Response:
    """The session is over, here and at the hub."""
    if visit.session is not None:
        with visit.hub.store.writing() as connection:
            sessions.end(connection, visit.session)
            visit.desk(connection).note("signed-out", visit.session.login)
    response = visit.go("/sign-in")
    visit.take_away(response)
    return response


def speak(visit: Visit) -> Response:
    """Another language for this browser, and back to where one was."""
    back = visit.query.get("back", "/")
    here = back.startswith("/") and not back.startswith("//") and "\\" not in back
    response = visit.go(back if here else "/")
    if visit.params["language"] in LANGUAGES:
        visit.keep_language(response, visit.params["language"])
    return response


PAGES = (
    Page("GET", "/", Permission.PUBLIC, home),
    Page("GET", "/language/{language}", Permission.PUBLIC, speak),
    Page("GET", "/sign-in", Permission.PUBLIC, ask),
    Page("POST", "/sign-in", Permission.PUBLIC, answer),
    Page("GET", "/sign-in/passphrase", Permission.SIGNING_IN, ask_passphrase),
    Page("POST", "/sign-in/passphrase", Permission.SIGNING_IN, choose_passphrase),
    Page("GET", "/sign-in/set-up", Permission.SIGNING_IN, ask_set_up),
    Page("POST", "/sign-in/set-up", Permission.SIGNING_IN, set_up),
    Page("GET", "/sign-in/code", Permission.SIGNING_IN, ask_code),
    Page("POST", "/sign-in/code", Permission.SIGNING_IN, check_code),
    Page("POST", "/sign-out", Permission.PUBLIC, sign_out),
)

"""Users for administrators: let in, change, end; a new passphrase is shown once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.responses import Response

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.web import accounts, passphrases
from fieldapp.hub.web.access import Permission, Role
from fieldapp.hub.web.accounts import Desk
from fieldapp.hub.web.errors import BadLogin, LoginTaken
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import NOT_SURE, Said, said

ROLE_HINTS: Mapping[Role, Said] = {
    Role.SUPERVISOR: said(
        "Sees people and doses, the figures and the sync log; decides cases, recalls lots, "
        "allocates doses, enters how many people there are."
    ),
    Role.READER: said("Sees the figures and the sync log; no names."),
    Role.ADMINISTRATOR: said("Adds teams and users, shuts laptops out, reads the audit; no names."),
}


def show_users(visit: Visit) -> Response:
    """All of them."""
    with visit.hub.store.reading() as connection:
        listed = accounts.users(connection)
    return visit.show("users.html", users=listed)


def ask_user(visit: Visit) -> Response:
    """Login and role of a new user."""
    return _form(visit)


def _form(visit: Visit, told: FieldAppError | None = None) -> Response:
    return visit.show(
        "user_new.html", 422 if told else 200, hints=ROLE_HINTS, form=visit.form,
        told=visit.words.of_error(told) if told else None,
    )  # fmt: skip


def add_user(visit: Visit) -> Response:
    """Let somebody in, with a first passphrase that is shown once."""
    login, role = visit.form.get("login", "").strip().casefold(), _role(visit)
    if role is None:
        return _form(visit, BadRole())
    passphrase = passphrases.made_up()
    try:
        with visit.hub.store.writing() as connection:
            accounts.add_user(visit.desk(connection), login, role, passphrase, change=True)
    except (BadLogin, LoginTaken) as wrong:
        return _form(visit, wrong)
    return visit.show("user_passphrase.html", login=login, passphrase=passphrase)


def _role(visit: Visit) -> Role | None:
    wanted = visit.form.get("role", "")
    return Role(wanted) if wanted in list(Role) else None


class BadRole(FieldAppError):
    """No role was chosen."""

    happened = "No role was chosen."
    safe = "Nothing was changed."
    next_step = "Choose what this user may see, and press the button again."


def show_user(visit: Visit) -> Response:
    """One of them, and what can be done."""
    return _shown(visit)


def _shown(visit: Visit, told: Said | None = None) -> Response:
    with visit.hub.store.reading() as connection:
        user = accounts.find(connection, visit.params["login"])
    if user is None:
        return problem(visit, 404, said("There is no user of this login."))
    return visit.show(
        "user.html", 422 if told else 200, user=user, hints=ROLE_HINTS,
        told=visit.words.say(told) if told else "", back=f"/users/{user.login}",
    )  # fmt: skip


def _changed(visit: Visit, change: Callable[[Desk, str], None]) -> Response:
    login = visit.params["login"]
    with visit.hub.store.writing() as connection:
        change(visit.desk(connection), login)
    return visit.go(f"/users/{login}")


def change_role(visit: Visit) -> Response:
    """Another role."""
    role = _role(visit)
    if role is None:
        raise BadRole()
    return _changed(visit, lambda desk, login: accounts.change_role(desk, login, role))


def reset_second(visit: Visit) -> Response:
    """A lost telephone."""
    return _changed(visit, accounts.reset_second)


def end_user(visit: Visit) -> Response:
    """Nobody signs in by this login any more."""
    if visit.form.get("sure") != "yes":
        return _shown(visit, NOT_SURE)
    return _changed(visit, accounts.end_user)


def reset_passphrase(visit: Visit) -> Response:
    """A forgotten passphrase: another one, shown once."""
    login, passphrase = visit.params["login"], passphrases.made_up()
    with visit.hub.store.writing() as connection:
        accounts.reset_passphrase(visit.desk(connection), login, passphrase)
    return visit.show("user_passphrase.html", login=login, passphrase=passphrase)


PAGES = (
    Page("GET", "/users", Permission.USERS, show_users),
    Page("GET", "/users/new", Permission.USERS, ask_user),
    Page("POST", "/users/new", Permission.USERS, add_user),
    Page("GET", "/users/{login}", Permission.USERS, show_user),
    Page("POST", "/users/{login}/role", Permission.USERS, change_role),
    Page("POST", "/users/{login}/second-factor", Permission.USERS, reset_second),
    Page("POST", "/users/{login}/passphrase", Permission.USERS, reset_passphrase),
    Page("POST", "/users/{login}/end", Permission.USERS, end_user),
)

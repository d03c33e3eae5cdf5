"""Who may see what: the roles at the hub, and what each of them is permitted. What is not said here
is forbidden."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the hub."""

    SUPERVISOR = "supervisor"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """What a page needs. The first three say how far somebody has signed in."""

    PUBLIC = "public"
    SIGNING_IN = "signing-in"
    SIGNED_IN = "signed-in"
    FIGURES = "figures"
    SYNC_LOG = "sync-log"
    PEOPLE = "people"
    BOOKINGS = "bookings"
    RECALL = "recall"
    ALLOCATION = "allocation"
    DENOMINATORS = "denominators"
    DEVICES = "devices"
    USERS = "users"
    AUDIT = "audit"
    ERASURE = "erasure"


_OF_ROLE: dict[Role, frozenset[Permission]] = {
    Role.SUPERVISOR: frozenset(
        {
            Permission.FIGURES,
            Permission.SYNC_LOG,
            Permission.PEOPLE,
            Permission.BOOKINGS,
            Permission.RECALL,
            Permission.ALLOCATION,
            Permission.DENOMINATORS,
        }
    ),
    Role.READER: frozenset({Permission.FIGURES, Permission.SYNC_LOG}),
    Role.ADMINISTRATOR: frozenset(
        {Permission.DEVICES, Permission.USERS, Permission.AUDIT, Permission.ERASURE}
    ),
}


def allows(role: Role, permission: Permission) -> bool:
    """Whether somebody who has signed in as this may."""
    return permission in (Permission.PUBLIC, Permission.SIGNED_IN) or permission in _OF_ROLE[role]

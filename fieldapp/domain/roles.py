"""Who may do what: roles, and the deeds that not everybody may do alone."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class Role(StrEnum):
    """What somebody is on the team; an unknown word counts as the least of them."""

    RECORDER = "recorder"
    LEAD = "lead"
    SUPERVISOR = "supervisor"

    @classmethod
    def _missing_(cls, value: object) -> Role:
        return cls.RECORDER


class Deed(StrEnum):
    """What needs more than being at the laptop. Giving a dose, one's own undo and every stock
    movement need no more than that: nobody is kept from recording a fact."""

    VOID_OTHERS = "void-others"
    OVERRIDE = "override"
    LINK = "link"
    CLOSE_SESSION = "close-session"
    RELEASE_LOT = "release-lot"
    RECALL_LOT = "recall-lot"
    ADD_USERS = "add-users"


LEADING = frozenset({Role.LEAD, Role.SUPERVISOR})
ALONE: dict[Deed, frozenset[Role]] = {
    Deed.VOID_OTHERS: LEADING,
    Deed.OVERRIDE: LEADING,
    Deed.LINK: LEADING,
    Deed.CLOSE_SESSION: LEADING,
    Deed.RELEASE_LOT: LEADING,
    Deed.RECALL_LOT: LEADING,
    Deed.ADD_USERS: LEADING,
}
"""Who may do it without asking. Everybody else needs one of these beside them, with their PIN."""


def may_alone(role: Role, deed: Deed, team: Collection[Role]) -> bool:
    """Whether somebody may do it without a second person.

    A team that has nobody for it (a boat that sails with vaccinators only) is not stuck: there
    everybody may, under their own name.
    """
    allowed = ALONE[deed]
    return role in allowed or allowed.isdisjoint(team)


RANKS = (Role.RECORDER, Role.LEAD, Role.SUPERVISOR)


def may_give(giver: Role, role: Role, team: Collection[Role]) -> bool:
    """Whether somebody may make somebody else this: nobody gives a role above their own.

    Where nobody leads yet, anybody may name the first lead.
    """
    highest = giver if team_is_led(team) else Role.LEAD
    return RANKS.index(role) <= RANKS.index(highest)


def team_is_led(team: Collection[Role]) -> bool:
    """Whether there is a lead or supervisor."""
    return not LEADING.isdisjoint(team)

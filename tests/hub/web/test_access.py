"""Promises of roles: what is not granted is forbidden; who sees people is said here."""

from __future__ import annotations

from fieldapp.hub.web.access import Permission, Role, allows


def granted(role: Role) -> set[Permission]:
    return {permission for permission in Permission if allows(role, permission)}


def test_each_role_may_this_and_no_more() -> None:
    everybody = {Permission.PUBLIC, Permission.SIGNED_IN}
    figures = {Permission.FIGURES, Permission.SYNC_LOG}
    people = {Permission.PEOPLE, Permission.BOOKINGS}
    decides = {Permission.RECALL, Permission.ALLOCATION, Permission.DENOMINATORS}
    assert granted(Role.SUPERVISOR) == everybody | figures | people | decides
    assert granted(Role.READER) == everybody | figures
    assert granted(Role.ADMINISTRATOR) == everybody | {
        Permission.DEVICES, Permission.USERS, Permission.AUDIT, Permission.ERASURE,
    }  # fmt: skip


def test_only_supervisors_see_people() -> None:
    for permission in (Permission.PEOPLE, Permission.BOOKINGS):
        assert [role for role in Role if allows(role, permission)] == [Role.SUPERVISOR]

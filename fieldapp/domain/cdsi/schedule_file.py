"""Reads the text of ScheduleSupportingData into a Schedule."""

from __future__ import annotations

from fieldapp.domain.cdsi.element import Element, cvx_of
from fieldapp.domain.cdsi.length import Length
from fieldapp.domain.cdsi.supporting_data import Association, LiveConflict, Schedule, VaccineGroup


def parse_schedule(file: str, text: str) -> Schedule:
    """Read the file. Raises SupportingDataInvalid naming the place."""
    root = Element.root(file, text)
    return Schedule(
        groups=_groups(root),
        associations={
            cvx_of(one.required("cvx")): tuple(map(_association, one.children("association")))
            for one in _inside(root, "cvxToAntigenMap", "cvxMap")
        },
        live_conflicts=tuple(
            map(_conflict, _inside(root, "liveVirusConflicts", "liveVirusConflict"))
        ),
    )


def _inside(root: Element, parent: str, name: str) -> list[Element]:
    found = root.child(parent)
    return found.children(name) if found else []


def _groups(root: Element) -> tuple[VaccineGroup, ...]:
    together = {
        one.required("name")
        for one in _inside(root, "vaccineGroups", "vaccineGroup")
        if one.flag("administerFullVaccineGroup")
    }
    return tuple(
        VaccineGroup(
            one.required("name"), tuple(one.texts("antigen")), one.required("name") in together
        )
        for one in _inside(root, "vaccineGroupToAntigenMap", "vaccineGroupMap")
    )


def _association(element: Element) -> Association:
    return Association(
        element.required("antigen"),
        element.length("associationBeginAge"),
        element.length("associationEndAge"),
    )


def _conflict(element: Element) -> LiveConflict:
    return LiveConflict(
        previous=_cvx(element, "previous"),
        current=_cvx(element, "current"),
        begin=_length(element, "conflictBeginInterval"),
        end_after_valid=_length(element, "minConflictEndInterval"),
        end=_length(element, "conflictEndInterval"),
    )


def _cvx(element: Element, name: str) -> str:
    child = element.child(name)
    if child is None:
        raise element.wrong(f"{name} is missing")
    return cvx_of(child.required("cvx"))


def _length(element: Element, name: str) -> Length:
    length = element.length(name)
    if length is None:
        raise element.wrong(f"{name} is missing")
    return length

"""The figures as they are known now, read as one: what the fold counts (`day_count`), and who is
fully covered as the programme judges (`completed_count`)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, union_all

from fieldapp.hub.columns import Big
from fieldapp.hub.daily.tables import COUNTED, FIGURES, completed_count, day_count

_WHERE = ("kind", "code", "day")
_NONE = literal(0, Big)
_both = union_all(
    select(*(day_count.c[name] for name in (*_WHERE, *COUNTED)), _NONE.label("completed")),
    select(
        *(completed_count.c[name] for name in _WHERE),
        *(_NONE.label(name) for name in COUNTED),
        completed_count.c.completed,
    ),
).subquery("known")
known = _both.c


def sums(*by: ColumnElement[Any]) -> Select[Any]:
    """All figures added up by these columns of `known`."""
    return select(*by, *(func.sum(known[name]).label(name) for name in FIGURES)).group_by(*by)

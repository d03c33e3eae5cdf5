"""Fills the templates of resources/print: HTML with names in it, and parts that repeat.

    {{name}}                                       the value, never taken for markup
    <!-- each rows --> ... <!-- end rows -->       once for each mapping of the list `rows`
    <!-- if name --> ... <!-- end name -->         only where the value is there (not empty)

A name without a value is a mistake in the template and raises KeyError.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import TypeAlias

Values: TypeAlias = "Mapping[str, str | Sequence[Mapping[str, str]]]"

_PART = re.compile(
    r"[ \t]*<!-- (?P<kind>each|if) (?P<list>\w+) -->\n?(?P<inside>.*?)<!-- end (?P=list) -->\n?"
    r"|\{\{(?P<name>\w+)\}\}",
    re.DOTALL,
)


def fill(template: str, values: Values) -> str:
    """The template with all values in it. What was filled in is never read as a template again."""

    def part(found: re.Match[str]) -> str:
        if found["name"]:
            return escape(str(values[found["name"]])).replace("\n", "<br>")
        value, inside = values[found["list"]], found["inside"]
        if found["kind"] == "if":
            return fill(inside, values) if value else ""
        rows = () if isinstance(value, str) else value
        return "".join(fill(inside, {**values, **row}) for row in rows)

    return _PART.sub(part, template)

"""What the codes of the catalogues are called: key groups, and the areas of resident IDs."""

from __future__ import annotations

import json
import re
from functools import cache

from fieldapp.resource_files import resource_path
from fieldapp.ui.language import catalogue_key

_CODE = 6
_BRACKETED = re.compile(r"\((\d{6})\)$", re.ASCII)
_KEYS = ("en", "zh-Hans")
_LEVELS = (2, 4, 6)
"""How many digits name the province, the city and the county."""
_MOST_NAMES = 2
"""A county is told by its city; the province would only make it longer."""


def groups() -> tuple[tuple[str, str], ...]:
    """The key groups, (id, words)."""
    return _groups(catalogue_key())


def group_words(group: str) -> str:
    """What a key group is called; one of a newer catalogue by its id."""
    return dict(groups()).get(group, group)


def area_words(home_area: str) -> str:
    """A home area as people write it: the code of an area by its name, as far as that is known."""
    return _area_words(home_area, catalogue_key()) if _is_code(home_area) else home_area


def area_of(words: str) -> str:
    """What is recorded for these words: the code, where they are what `area_words` says of one.

    Words of either language, for a form half filled in the other; a code typed by hand as it is.
    """
    return _codes().get(words) or _code_in(words) or words


def _is_code(text: str) -> bool:
    return len(text) == _CODE and text.isascii() and text.isdecimal()


@cache
def _groups(key: str) -> tuple[tuple[str, str], ...]:
    text = resource_path("catalogue", "priority_groups.json").read_text(encoding="utf-8")
    catalogue = json.loads(text)
    lists = (catalogue["groups"], catalogue["mobile_groups"], catalogue["extension_groups"])
    return tuple((group["id"], group["name"][key]) for part in lists for group in part)


@cache
def _areas() -> dict[str, dict[str, str]]:
    text = resource_path("catalogue", "areas.json").read_text(encoding="utf-8")
    return {area["code"]: area["name"] for area in json.loads(text)["areas"]}


def _area_words(code: str, key: str) -> str:
    levels = dict.fromkeys(code[:digits].ljust(_CODE, "0") for digits in _LEVELS)
    names = [_areas()[level][key] for level in levels if level in _areas()][-_MOST_NAMES:]
    said = "".join(names) if key != "en" else ", ".join(reversed(names))
    if code in _areas():
        return said
    return f"{said} ({code})" if said else code


@cache
def _codes() -> dict[str, str]:
    return {_area_words(code, key): code for code in _areas() for key in _KEYS}


def _code_in(words: str) -> str:
    """The code that stands in brackets where only its province or city has a name."""
    found = _BRACKETED.search(words)
    said = () if found is None else (_area_words(found[1], key) for key in _KEYS)
    return found[1] if found is not None and words in said else ""

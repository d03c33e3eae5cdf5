"""Names of what the catalogue lists (products, areas, groups, nationalities) in both languages, and
of the parts by which figures are split."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

from fieldapp.hub.daily.shares import HOME, VACCINE
from fieldapp.hub.daily.small import TOGETHER
from fieldapp.hub.web.words import CHINESE, Words
from fieldapp.resource_files import resource_path

_LISTS = {
    "area": ("areas.json", ("areas",), "code"),
    "group": ("priority_groups.json", ("groups", "mobile_groups", "extension_groups"), "id"),
    "key-area": ("priority_groups.json", ("areas",), "id"),
    "nationality": ("nationalities.json", ("nationalities",), "code"),
}
_CITY, _PROVINCE = 4, 2


def product_name(vaccine: str) -> str:
    """The short name of a product; of one that is not listed its id."""
    return _products().get(vaccine, vaccine)


def products() -> list[str]:
    """The ids of all products that are listed."""
    return list(_products())


def name_of(kind: str, code: str, language: str) -> str:
    """What an area, group or nationality is called; one that is not listed stands as it is."""
    found = _names(kind).get(code)
    return found["zh-Hans" if language == CHINESE else "en"] if found else code


def codes_of(kind: str) -> list[str]:
    """All that are listed of a kind, in the list's order."""
    """All that are listed of a kind, in their order."""
    return list(_names(kind))


def code_called(kind: str, text: str) -> str:
    """The code of what bears this name in any language; a text that is no name stands as it is."""
    return _codes(kind).get(text.strip().casefold(), text.strip())


def area_name(code: str, language: str) -> str:
    """A county with its city or province, as far as they are listed."""
    parts = [code, code[:_CITY].ljust(6, "0"), code[:_PROVINCE].ljust(6, "0")]
    known = [name_of("area", part, language) for part in dict.fromkeys(parts) if _is_area(part)]
    if not known:
        return code
    return "".join(reversed(known)) if language == CHINESE else ", ".join(known)


def naming(words: Words) -> Callable[[str, str], str]:
    """What products, groups and areas are called in a language, by the split they belong to."""

    def name(split: str, code: str) -> str:
        if not code:
            return words("not known")
        if code == TOGETHER:
            return words("small ones, together")
        if split == VACCINE:
            return product_name(code)
        if split == HOME:
            return area_name(code, words.language)
        return name_of(split, code, words.language)

    return name


def _is_area(code: str) -> bool:
    return code in _names("area")


@cache
def _codes(kind: str) -> dict[str, str]:
    return {
        name.casefold(): code for code, names in _names(kind).items() for name in names.values()
    }


@cache
def _names(kind: str) -> dict[str, dict[str, str]]:
    file, listed, key = _LISTS[kind]
    document = json.loads(resource_path("catalogue", file).read_text("utf-8"))
    return {one[key]: one["name"] for name in listed for one in document[name]}


@cache
def _products() -> dict[str, str]:
    document = json.loads(resource_path("catalogue", "vaccines.json").read_text("utf-8"))
    return {one["id"]: one["short_name"] for one in document["products"] if "short_name" in one}

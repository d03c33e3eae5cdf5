"""Promises of words: every sentence is there in every language, and none is left over."""

from __future__ import annotations

import ast
import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import errors as hub_errors
from fieldapp.hub.allocation.parameters import ParametersInvalid
from fieldapp.hub.api import errors as api_errors
from fieldapp.hub.booking import errors as booking_errors
from fieldapp.hub.cards.errors import IdentityContested, NoDoseStands, WhyMissing
from fieldapp.hub.cases.errors import CaseChanged, NotDecidable, ReasonMissing
from fieldapp.hub.coverage.denominators import AlreadyStruck, BadDenominator
from fieldapp.hub.erasure.errors import NotSure, NoWhy
from fieldapp.hub.erasure.law import NoSuchBasis
from fieldapp.hub.lots import errors as lots_errors
from fieldapp.hub.packs.errors import (
    NobodyAdmitted,
    NoRequests,
    NoRoomForPack,
    OnlyByCommand,
    RequestUnreadable,
    SomeRefused,
    TooManyRequests,
)
from fieldapp.hub.sync_log.fonts import NoFont
from fieldapp.hub.telephones import BadTelephone
from fieldapp.hub.web import errors as web_errors
from fieldapp.hub.web.errors import WeakPassphrase
from fieldapp.hub.web.user_pages import BadRole
from fieldapp.hub.web.words import CHINESE, ENGLISH, LANGUAGES, choose, counted, said, words_of
from fieldapp.resource_files import resource_path

PAGES = resource_path("hub", "pages")
CODE = Path(inspect.getfile(web_errors)).parent.parent
SHOWN_ERRORS = (
    AlreadyStruck, BadDenominator, CaseChanged, NotDecidable, ReasonMissing,
    hub_errors.BadTeam, hub_errors.NoSuchDevice, NoFont, BadRole, BadTelephone,
    ParametersInvalid,
    *(one for one in vars(web_errors).values() if isinstance(one, type)),
    *(one for one in vars(booking_errors).values() if isinstance(one, type)),
    *(one for one in vars(api_errors).values() if isinstance(one, type)),
    NoSuchBasis, NotSure, NoWhy,
    IdentityContested, NoDoseStands, WhyMissing,
    NoRequests, RequestUnreadable, NobodyAdmitted, TooManyRequests, SomeRefused, NoRoomForPack,
    OnlyByCommand,
    lots_errors.BadRecall, lots_errors.RecallStands, lots_errors.TooManyRecalls,
)  # fmt: skip
WHYS = (
    "it has fewer than 12 characters", "it has more than 200 characters",
    "it repeats a few characters", "it holds the login", "a name", "a kind", "a region",
    "a name in each language", "a region that has a team", "an address in each language",
    "no programme was chosen",
    "its day is past", "its day is more than 180 days ahead", "day and hours are needed",
    "the length of a slot is none of those offered", "seats in a slot are 1 to 1,000",
    "its hours leave no room for one slot", "more are booked already in a slot",
    "no group or area was chosen", "the number of people is no whole number above 0",
    "its day is missing or has not come", "the source is missing", "the reason is missing",
    "a part of its line is missing", "it is of a newer program",
)  # fmt: skip
_HOLES = re.compile(r"\{(\w+)\}")


def in_templates() -> set[str]:
    found = set()
    reader: Any = Environment(extensions=["jinja2.ext.i18n"])
    for page in PAGES.glob("*.html"):
        for _line, _function, text in reader.extract_translations(
            page.read_text("utf-8"), gettext_functions=("_", "count")
        ):
            first = text[0] if isinstance(text, tuple) else text
            assert isinstance(first, str), f"{page.name}: {text}"
            found.add(first)
    return found


def in_code() -> set[str]:
    found = set()
    for module in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            name = node.func if isinstance(node, ast.Call) else None
            called = getattr(name, "id", getattr(name, "attr", ""))
            if called in ("said", "counted", "words", "count") and isinstance(node, ast.Call):
                found |= {
                    argument.value
                    for argument in node.args[:1]
                    if isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and (called != "count" or "{n}" in argument.value)
                }
    return found


def heads_on_paper() -> set[str]:
    """Words in lists that `words` is called with one by one."""
    text = (CODE / "sync_log" / "pdf.py").read_text("utf-8")
    lists = re.findall(r"for head in \(([^)]*)\)", text)
    return {word for listed in lists for word in re.findall(r'"([^"]+)"', listed)}


def of_errors() -> set[str]:
    shown = [one for one in SHOWN_ERRORS if issubclass(one, FieldAppError)]
    return {
        text for one in shown for text in (one.happened, one.safe, one.next_step)
    } | set(WHYS)  # fmt: skip


def all_texts() -> set[str]:
    return in_templates() | in_code() | heads_on_paper() | of_errors()


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {ENGLISH}))
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    table = json.loads(resource_path("hub", "words", f"{language}.json").read_text("utf-8"))
    missing, left_over = all_texts() - table.keys(), table.keys() - all_texts()
    assert not missing, json.dumps(sorted(missing), ensure_ascii=False, indent=0)
    assert not left_over
    assert not [text for text, there in table.items() if not there.strip()]


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {ENGLISH}))
def test_translations_have_the_same_holes(language: str) -> None:
    for text, there in words_of(language).table.items():
        assert set(_HOLES.findall(text)) == set(_HOLES.findall(there)), text


def test_one_and_several_are_told_apart_where_the_language_does() -> None:
    english, chinese = words_of(ENGLISH), words_of(CHINESE)
    text = "{n} attempt|{n} attempts"
    assert english.count(text, 1) == "1 attempt"
    assert english.count(text, 1200) == "1,200 attempts"
    assert chinese.count(text, 1) == chinese.say(counted(text, 1))
    assert "1" in chinese.count(text, 1)


def test_a_sentence_in_a_sentence_is_translated_too() -> None:
    chinese = words_of(CHINESE)
    outer = said("by {name}", name=said("Internet"))
    assert chinese.say(outer) == chinese("by {name}", name=chinese("Internet"))


def test_an_error_is_said_in_the_readers_language() -> None:
    happened, safe, next_step = words_of(CHINESE).of_error(WeakPassphrase(why=WHYS[0]))
    assert happened.isprintable() and "it has" not in happened + safe + next_step
    assert words_of(ENGLISH).of_error(WeakPassphrase(why=WHYS[0]))[0] == (
        "This passphrase is too easily guessed: it has fewer than 12 characters."
    )


@pytest.mark.parametrize(
    ("wanted", "accepted", "language"),
    [
        (None, "", ENGLISH),
        (None, "zh-CN,zh;q=0.9,en;q=0.8", CHINESE),
        (None, "fr, en-GB;q=0.5, zh;q=0.1", ENGLISH),
        (CHINESE, "en", CHINESE),
        ("../x", "en", ENGLISH),
    ],
)
def test_the_language_is_the_chosen_one_or_the_browsers(
    wanted: str | None, accepted: str, language: str
) -> None:
    assert choose(wanted, accepted) == language

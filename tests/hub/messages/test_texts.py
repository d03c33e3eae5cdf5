"""Texts say what they should in one part, and nothing that a shared phone must not show."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fieldapp.domain.sms import Alphabet, size_of
from fieldapp.hub.messages.errors import TextsInvalid
from fieldapp.hub.messages.texts import Filling, read_texts
from fieldapp.resource_files import resource_path

SHIPPED = resource_path("messages", "texts.json")
TOLD = Filling("due", "王小明", date(2026, 12, 21), date(2027, 1, 25), 2)
NAMED = Filling("last", "王小明", date(2026, 12, 21), date(2027, 1, 25), 2, "BIBP")
TELLING = ("疫苗", "接种", "新冠", "针", "苗", "vaccin", "covid", "dose", "jab", "shot")


def test_the_longest_chinese_text_is_one_part_of_70() -> None:
    texts = read_texts(SHIPPED)
    for kind in ("due", "last"):
        told = Filling(kind, "欧阳小明", date(2026, 12, 21), date(2027, 10, 25), 2)
        size = size_of(texts.fill("zh", told))
        assert (size.alphabet, size.parts) == (Alphabet.UCS_2, 1), size


def test_the_english_texts_are_one_part_of_gsm_7() -> None:
    texts = read_texts(SHIPPED)
    for kind in ("due", "last"):
        told = Filling(kind, "Konstantinos Papadop", date(2026, 12, 21), date(2027, 10, 25), 2)
        size = size_of(texts.fill("en", told))
        assert (size.alphabet, size.parts) == (Alphabet.GSM_7, 1), size


def test_no_text_names_a_vaccine_or_a_disease_unless_it_is_asked_to() -> None:
    texts = read_texts(SHIPPED)
    for language in texts.languages:
        for kind in ("due", "last"):
            for latest in (None, date(2027, 1, 25)) if kind == "due" else (date(2027, 1, 25),):
                text = texts.fill(language, Filling(kind, "X", TOLD.due, latest, 2)).casefold()
                assert not [word for word in TELLING if word in text], text
    assert "BIBP第2剂" in texts.fill("zh", NAMED)


def test_without_a_latest_day_none_is_said() -> None:
    texts = read_texts(SHIPPED)
    told = Filling("due", "Ann", date(2026, 12, 21), None, 2)
    assert texts.fill("en", told).startswith(
        "Ann: your next appointment is due. Come from 21 Dec to"
    )


@pytest.mark.parametrize(
    ("wanted", "language"), [("zh", "zh"), ("en", "en"), ("ru", "en"), (None, "zh"), ("", "zh")]
)
def test_who_speaks_another_language_is_written_to_in_english(
    wanted: str | None, language: str
) -> None:
    assert read_texts(SHIPPED).language_for(wanted, "zh") == language


def test_a_long_name_is_cut(tmp_path: Path) -> None:
    told = Filling("due", "A" * 500, date(2026, 12, 21), None, 2)
    assert "A" * 20 + ":" in read_texts(SHIPPED).fill("en", told)


@pytest.mark.parametrize(
    ("name", "template", "where"),
    [
        ("due", None, "en, due is missing"),
        ("due", "{phone}", "{phone}; it may use {due} {latest} {name} {sender} {what}"),
        ("due", "{name", "expected '}'"),
        ("due", "{name!r}", "{name}; it may"),
        ("sender", "{name}", "it may use no placeholder"),
        ("months", "Jan Feb", "en, months: not twelve words"),
    ],
)
def test_a_text_that_cannot_be_used_is_named(
    tmp_path: Path, name: str, template: str | None, where: str
) -> None:
    document = json.loads(SHIPPED.read_text("utf-8"))
    document["languages"]["en"][name] = template
    path = tmp_path / "texts.json"
    path.write_text(json.dumps(document), "utf-8")
    with pytest.raises(TextsInvalid) as refused:
        read_texts(path)
    assert where in str(refused.value)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"languages": {}}'])
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "texts.json"
    path.write_text(content, "utf-8")
    with pytest.raises(TextsInvalid):
        read_texts(path)

"""Codes of the catalogues have names on the screen, and stay codes in what is recorded."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.ui import language
from fieldapp.ui.catalogue_words import area_of, area_words, group_words, groups

SAID = {
    "370826": ("Weishan County, Jining", "济宁市微山县"),
    "110105": ("Chaoyang District, Beijing", "北京市朝阳区"),
    "370000": ("Shandong", "山东省"),
    "370899": ("Jining, Shandong (370899)", "山东省济宁市 (370899)"),
    "990101": ("990101", "990101"),
    "南阳镇": ("南阳镇", "南阳镇"),
    "": ("", ""),
}


@pytest.mark.parametrize("recorded", SAID)
def test_an_area_is_said_by_its_name_and_recorded_as_it_was(
    qapp: QApplication, recorded: str
) -> None:
    for spoken, words in zip(language.LANGUAGES, SAID[recorded], strict=True):
        language.install(qapp, spoken)
        assert area_words(recorded) == words
    for words in SAID[recorded]:
        assert area_of(words) == recorded, "also of what was half typed in the other language"


def test_what_is_typed_by_hand_stays_as_it_is_typed() -> None:
    for typed in ("Nanyang Town (370826)", "微山县", "boat 12", "370826"):
        assert area_of(typed) == typed


def test_no_two_areas_have_the_same_words(qapp: QApplication) -> None:
    from fieldapp.ui.catalogue_words import _areas  # the catalogue itself

    for spoken in language.LANGUAGES:
        language.install(qapp, spoken)
        assert len({area_words(code) for code in _areas()}) == len(_areas())


def test_a_group_of_a_newer_catalogue_is_shown_by_its_id() -> None:
    assert group_words("grp-health") == dict(groups())["grp-health"] == "Health workers"
    assert group_words("grp-of-2031") == "grp-of-2031"

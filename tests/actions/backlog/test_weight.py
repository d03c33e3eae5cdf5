"""A short file that would fill the memory is refused before its reader sees it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from fieldapp.actions.backlog.limits import TooLarge, UnreadableFile
from fieldapp.actions.backlog.weight import MOST_ELEMENTS, MOST_OTHERS, weigh
from tests.actions.backlog.books import SHEET, rebuilt


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made, path = Workbook(), tmp_path / "book.xlsx"
    for _ in range(3):
        made.worksheets[0].append(["甲", 1])
    made.save(path)
    return path


def test_an_honest_book_is_let_through_with_the_pictures_in_it(book: Path) -> None:
    weigh(book)
    with ZipFile(book, "a") as packed:
        packed.writestr("xl/media/photo.png", b"\x89PNG" + bytes(100_000))
    weigh(book)


def test_what_unpacks_to_a_mountain_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as packed, packed.open("xl/big.xml", "w") as part:
        for _ in range(260):
            part.write(bytes(1024 * 1024))
    assert path.stat().st_size < 2_000_000
    with pytest.raises(TooLarge, match=r"256 MB.*split it into files"):
        weigh(path)


@pytest.mark.parametrize(
    ("within", "element", "times"),
    [
        ("</row>", "<c/>", MOST_ELEMENTS),
        ("</row>", "<row><c/></row>", MOST_ELEMENTS),
        ("</row>", "<o/>", MOST_OTHERS),
        ("</sheetData>", '<row xmlns="urn:other"><c/></row>', MOST_OTHERS),
        ("</worksheet>", '<mergeCell ref="A1:B1"/>', MOST_OTHERS),
    ],
)
def test_a_short_part_with_millions_of_elements_is_refused(
    within: str, element: str, times: int, book: Path
) -> None:
    rebuilt(book, lambda xml: xml.replace(within, element * times + within, 1))
    assert book.stat().st_size < 1_000_000
    with pytest.raises(TooLarge, match="too many cells"):
        weigh(book)


def test_rows_that_were_read_weigh_nothing_any_more(book: Path) -> None:
    row = f"<row>{'<c/>' * 300}</row>"
    rebuilt(book, lambda xml: xml.replace("</sheetData>", row * 10_000 + "</sheetData>"))
    weigh(book)


def test_an_element_of_megabytes_is_refused(book: Path) -> None:
    said = " ".join(f'a{n}="{"x" * 1000}"' for n in range(6000))
    rebuilt(book, lambda xml: xml.replace("<sheetData", f"<x {said}/><sheetData"))
    with pytest.raises(TooLarge, match="too long"):
        weigh(book)


def test_words_that_are_declared_to_stand_for_others_are_refused(book: Path) -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    rebuilt(book, lambda xml: declared + xml[xml.index("<worksheet") :])
    with pytest.raises(UnreadableFile, match="damaged"):
        weigh(book)


def test_a_part_hidden_under_another_name_is_weighed_too(book: Path) -> None:
    with ZipFile(book, "a", ZIP_DEFLATED) as packed:
        sheet = packed.read(SHEET).decode()
        packed.writestr("photo.png", sheet.replace("</row>", "<c/>" * MOST_ELEMENTS + "</row>", 1))
    with pytest.raises(TooLarge):
        weigh(book)

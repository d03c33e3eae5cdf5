"""Codes in pictures are read as a scanner would type them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from zxingcpp import BarcodeFormat

from fieldapp.domain.scan import identify
from fieldapp.ui.scanner.decode import PhotoUnreadable, codes_in, codes_in_file
from tests.ui.scanner.pictures import VIAL, VIAL_AS_TYPED, code, photo, vial

TODAY = date(2021, 8, 1)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("81234567890123456789", BarcodeFormat.Code128),
        ("王海波 11010519491231002X", BarcodeFormat.QRCode),
        ("shc:/567629095243206034602924374044603122295953265460346029", BarcodeFormat.QRCode),
        ("A12345678", BarcodeFormat.DataMatrix),
    ],
)
def test_what_was_printed_is_read(text: str, format: BarcodeFormat) -> None:
    assert codes_in(code(text, format)) == [text]


@pytest.mark.parametrize("format", [BarcodeFormat.DataMatrix, BarcodeFormat.Code128])
def test_a_vial_keeps_its_separators_and_says_that_it_is_gs1(format: BarcodeFormat) -> None:
    (text,) = codes_in(code(VIAL, format, gs1=True))
    found = identify(text, TODAY)
    assert (found.kind, found.lot, found.fields["21"], found.warnings) == ("gs1", "LOT", "S1", ())


def test_a_code_askew_on_a_photo_is_read() -> None:
    assert codes_in(photo(vial())) == [VIAL_AS_TYPED]


def test_every_different_code_is_told_and_the_same_one_once() -> None:
    other = code("A12345678", BarcodeFormat.QRCode)
    assert sorted(codes_in(photo(vial(), other))) == sorted(["A12345678", VIAL_AS_TYPED])
    assert codes_in(photo(other, other)) == ["A12345678"]


def test_stripes_without_a_check_are_not_taken_for_digits() -> None:
    assert codes_in(code("1234567890", BarcodeFormat.ITF)) == []


def test_a_photo_is_read_from_its_file_and_what_is_none_is_refused(tmp_path: Path) -> None:
    photo(vial()).save(str(tmp_path / "vial.jpg"))
    assert codes_in_file(tmp_path / "vial.jpg") == [VIAL_AS_TYPED]
    blank = QImage(300, 300, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFFFF)
    blank.save(str(tmp_path / "blank.png"))
    assert codes_in_file(tmp_path / "blank.png") == []
    (tmp_path / "notes.txt").write_text("no picture")
    for name in ("notes.txt", "missing.png"):
        with pytest.raises(PhotoUnreadable, match=name.split(".")[0]):
            codes_in_file(tmp_path / name)

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain import gs1
from fieldapp.domain.scan import identify

TODAY = date(2026, 11, 23)
GTIN = "0109501101530003"
WANTED = {"01": "09501101530003", "17": "2027-06-30", "10": "LOT01", "21": "SN7"}
PLAIN = f"{GTIN}1727063010LOT01\x1d21SN7"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "]d2" + PLAIN,
        "]C1" + PLAIN,
        "]D2" + PLAIN,
        "]Q3" + PLAIN,
        "\x1d" + PLAIN,
        "]d2\x1d" + PLAIN + "\x1d",
        PLAIN + "\r\n",
        f"{GTIN}\x1d17270630\x1d10LOT01\x1d\x1d21SN7",
        "(01)09501101530003(17)270630(10)LOT01(21)SN7",
        "(01) 09501101530003 (17) 270630 (10) LOT01 (21) SN7",
        "０１０９５０１１０１５３０００３１７２７０６３０１０LOT01|21SN7",
        *(PLAIN.replace("\x1d", sign) for sign in ("<GS>", "<gs>", "{GS}", "^]", "|", "␝")),
    ],
)
def test_however_a_reader_sends_it_the_code_says_the_same(text: str) -> None:
    reading = gs1.read(text, TODAY)
    assert (reading.fields, reading.error) == (WANTED, None)
    assert reading.warnings == (("LETTER_CASE",) if text.startswith("]D2") else ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "EMPTY"),
        ("\x1d", "EMPTY"),
        ("]d2", "EMPTY"),
        ("HELLO", "NOT_GS1"),
        ("王海波", "NOT_GS1"),
        ("6901234567892", "NOT_GS1"),
        ("1", "NOT_GS1"),
        ("]d205123", "UNKNOWN_AI"),
        (GTIN + "05123", "UNKNOWN_AI"),
        (GTIN + "1", "UNKNOWN_AI"),
        ("01", "AI01_LENGTH"),
        ("010950110153000", "AI01_LENGTH"),
        ("010950110153000\x1d10LOT", "AI01_LENGTH"),
        ("0109501101530O03", "CHARACTERS"),
        ("0109501101530004", "AI01_CHECK_DIGIT"),
        ("0209501101530004", "AI02_CHECK_DIGIT"),
        (GTIN + "10", "AI10_EMPTY"),
        (GTIN + "10\x1d17270630", "AI10_EMPTY"),
        (GTIN + "10" + "A" * 21, "AI10_TOO_LONG"),
        (GTIN + "21" + "A" * 21, "AI21_TOO_LONG"),
        (GTIN + "21", "AI21_EMPTY"),
        (GTIN + "240" + "A" * 31, "AI240_TOO_LONG"),
        (GTIN + "10LOT#1", "CHARACTERS"),
        (GTIN + "10批号", "CHARACTERS"),
        (GTIN + "30A", "CHARACTERS"),
        (GTIN + "42215", "AI422_LENGTH"),
        (GTIN + "10A\x1d10B", "DUPLICATE_AI"),
        (GTIN + GTIN, "DUPLICATE_AI"),
        (GTIN + "17271330", "AI17_DATE"),
        (GTIN + "17270230", "AI17_DATE"),
        (GTIN + "17270000", "AI17_DATE"),
        (GTIN + "172706", "AI17_DATE"),
        (GTIN + "17LOT001", "AI17_DATE"),
        (GTIN + "11270231", "AI11_DATE"),
    ],
)
def test_the_first_fault_is_named(text: str, fault: str) -> None:
    assert gs1.read(text, TODAY).error == fault
    assert gs1.read(text, TODAY).fields == {}


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("260200", "2026-02-28"),
        ("280200", "2028-02-29"),
        ("261200", "2026-12-31"),
        ("280229", "2028-02-29"),
        ("760101", "2076-01-01"),
        ("770101", "1977-01-01"),
        ("991231", "1999-12-31"),
        ("000229", "2000-02-29"),
    ],
)
def test_day_00_is_the_last_of_its_month_and_the_century_is_the_nearest(
    digits: str, day: str
) -> None:
    assert gs1.read(f"{GTIN}17{digits}", TODAY).fields["17"] == day
    assert gs1.read(f"{GTIN}11{digits}", TODAY).fields["11"] == day


def test_a_year_far_behind_belongs_to_the_next_century() -> None:
    assert gs1.read(f"{GTIN}17010101", date(2060, 1, 1)).fields["17"] == "2101-01-01"
    assert gs1.read(f"{GTIN}17000229", date(2060, 1, 1)).fields["17"] == "2100-02-28"


@pytest.mark.parametrize(
    "text",
    [
        GTIN + "10LOT0117270630",
        GTIN + "10LOT01172706302112345",
        GTIN + "1727063010ABC12321SER01",
        "10LOT" + GTIN,
    ],
)
def test_a_separator_that_may_be_missing_is_warned_of_and_never_guessed(text: str) -> None:
    reading = gs1.read(text, TODAY)
    assert reading.error is None
    assert reading.warnings == ("POSSIBLE_MISSING_SEPARATOR",)
    assert any(text.endswith(str(value)) for value in reading.fields.values())


@pytest.mark.parametrize(
    "lot", ["202103002", "BJ202103002", "ABC123", "LOT01", "A2101", "17A", "21"]
)
def test_ordinary_lots_are_not_suspected(lot: str) -> None:
    assert gs1.read(f"{GTIN}10{lot}", TODAY).warnings == ()
    assert gs1.read(f"{GTIN}1727063010{lot}\x1d21SN7", TODAY).warnings == ()


def test_brackets_leave_no_doubt_about_separators() -> None:
    assert gs1.read("(01)09501101530003(10)LOT0117270630", TODAY).warnings == ()


lots = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./", min_size=1)


@given(lots.map(lambda lot: lot[:20]), st.dates(date(1990, 1, 1), date(2060, 12, 31)), lots)
def test_a_made_up_code_reads_back_its_parts(lot: str, expiry: date, serial: str) -> None:
    text = f"{GTIN}17{expiry:%y%m%d}10{lot}\x1d21{serial[:20]}"
    wanted = {"01": GTIN[2:], "17": expiry.isoformat(), "10": lot, "21": serial[:20]}
    assert gs1.read(text, TODAY).fields == wanted


@given(st.text(), st.dates(date(1990, 1, 1), date(2200, 12, 31)))
def test_no_text_breaks_the_reader(text: str, today: date) -> None:
    gs1.read(text, today)
    gs1.read(GTIN + text, today)
    gs1.looks_like_gs1(text)


def test_what_the_reader_marked_as_gs1_looks_like_it() -> None:
    for text in (PLAIN, "]d2" + PLAIN, "]c1123", "\x1d01", "(01)095"):
        assert gs1.looks_like_gs1(text)
    for text in ("王海波", "Wang | Li", "(0537) 1234567", GTIN, "]Q1" + GTIN):
        assert not gs1.looks_like_gs1(text)


def test_the_readers_own_mark_is_taken_away() -> None:
    assert gs1.without_symbology("]Q1ABC") == "ABC"
    assert gs1.without_symbology("ABC") == "ABC"


def test_check_digits_of_published_numbers() -> None:
    assert gs1.gtin_check_digit("0950110153000") == "3"
    assert gs1.gtin_check_digit("629104150021") == "3"


@pytest.mark.parametrize(
    ("prefix", "lot", "doubtful"),
    [
        ("]d2", "lotA", False),
        ("]D2", "LOTa", True),  # Caps Lock
        ("]c1", "lotA", True),
        ("]D2", "123456", False),  # no letter that could have changed
        ("", "lotA", False),
    ],
)
def test_a_lot_whose_letters_changed_case_is_in_doubt(
    prefix: str, lot: str, doubtful: bool
) -> None:
    scan = identify(f"{prefix}010950110153010217230630" + f"10{lot}", date(2021, 8, 1))
    assert scan.valid and scan.lot == lot, "taken as it stands"
    assert scan.lot_doubt == ("LETTER_CASE" if doubtful else None)

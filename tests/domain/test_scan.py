from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.client import Document, Sex
from fieldapp.domain.documents import provisional
from fieldapp.domain.scan import KINDS, identify, mark_used, read_as

TODAY = date(2026, 11, 23)
RESIDENT = "11010519491231002X"
MRZ = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10"""
GTIN = "0109501101530003"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RESIDENT, "cn-resident-id"),
        ("]Q1" + RESIDENT.lower(), "cn-resident-id"),
        ("110105 491231 002", "cn-resident-id-15"),
        ("UTO110000000001", "cn-foreign-pr-2017"),
        ("911124198108030024", "cn-foreign-pr-2023"),
        ("H0000000100", "hk-macao-permit"),
        ("00000001", "taiwan-permit"),
        ("A00000001", "cn-seafarer"),
        ("E12345678", "passport"),
        ("l898902c3", "passport"),
        (MRZ, "mrz"),
        (MRZ.replace("\n", "").lower(), "mrz"),
        (provisional.make(12, 345).lower(), "provisional"),
        (GTIN + "10LOT01", "gs1"),
        ("]C1" + GTIN, "gs1"),
        (GTIN + "1012", "gs1"),  # 20 digits, but with a valid GTIN in the right place
        ("01095011015300041012", "cn-trace-code"),  # 20 digits, and no GTIN in them
        ("81000010000000000001", "cn-trace-code"),
        ("13900000000", "phone"),
        ("0537-1234567", "phone"),
        ("008613900000000", "phone"),
        ("shc:/5676290952", "card"),
        ("王海波", "name"),
        ("Anna-Maria O’Sample", "name"),
        ("  Lao Wang, boat 3\r\n", "name"),
    ],
)
def test_a_text_is_known_for_what_it_is(text: str, kind: str) -> None:
    scan = identify(text, TODAY)
    assert (scan.kind, scan.valid, scan.error) == (kind, True, None)


@pytest.mark.parametrize(
    ("text", "kind", "fault"),
    [
        ("11010519491231002", "cn-resident-id", "LENGTH"),
        ("11010519491231002X1", "cn-resident-id", "LENGTH"),
        ("1101051949I231002X", "cn-resident-id", "CHARACTERS"),
        ("110105194912310021", "cn-resident-id", "CHECK_DIGIT"),
        ("000000000000000000", "cn-resident-id", "REGION"),
        ("911124198108030025", "cn-foreign-pr-2023", "CHECK_DIGIT"),
        ("8100001000000000001", "cn-trace-code", "LENGTH"),
        ("8100001A000000000001", "cn-trace-code", "CHARACTERS"),
        ("0109501101530004", "gs1", "AI01_CHECK_DIGIT"),
        ("1390000000", "phone", "LENGTH"),
        ("23900000000", "phone", "PREFIX"),
        ("NP-000012-00345-K", "provisional", "CHECK_DIGIT"),
        (MRZ.replace("1204159", "1204158"), "mrz", "CHECK_DIGIT:expiry"),
        (MRZ.splitlines()[0], "mrz", "LENGTH"),
        ("shc:/abc", "card", "CHARACTERS"),
        ("6901234567892", "unknown", "NOT_RECOGNISED"),
        ("https://example.org/123", "unknown", "NOT_RECOGNISED"),
        ("", "unknown", "EMPTY"),
        (" \r\n", "unknown", "EMPTY"),
    ],
)
def test_a_bad_number_is_told_as_such_and_never_taken_for_a_name(
    text: str, kind: str, fault: str
) -> None:
    scan = identify(text, TODAY)
    assert (scan.kind, scan.valid, scan.error, scan.document) == (kind, False, fault, None)
    assert scan.text == text.strip()


@pytest.mark.parametrize(
    ("kind", "text", "document"),
    [
        ("cn-resident-id", RESIDENT, Document("cn-resident-id", RESIDENT)),
        ("cn-resident-id-15", "110105491231002", Document("cn-resident-id", RESIDENT)),
        ("hk-macao-permit", "H1234567801", Document("hk-macao-permit", "H12345678")),
        ("hk-macao-permit", "H1234567802", Document("hk-macao-permit", "H12345678")),
        ("taiwan-permit", "0000 0001", Document("taiwan-permit", "00000001")),
        ("passport", "l898902c3", Document("passport", "L898902C3")),
        ("mrz", MRZ, Document("passport", "L898902C3")),
        ("phone", "13900000000", None),
        ("gs1", GTIN, None),
    ],
)
def test_every_form_of_one_paper_finds_the_same_person(
    kind: str, text: str, document: Document | None
) -> None:
    assert read_as(kind, text, TODAY).document == document


def test_a_zone_that_is_no_passport_gives_another_travel_document() -> None:
    lines = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
    document = read_as("mrz", lines, TODAY).document
    assert document == Document("other-travel-document", "D23145890")


def test_a_chinese_seafarers_passport_is_the_same_scanned_and_typed() -> None:
    upper = "P<CHNSAMPLE<<HAI".ljust(44, "<")
    lower = "A000000011CHN8001014M3001019<<<<<<<<<<<<<<00"
    scanned = identify(f"{upper}\n{lower}", TODAY)
    assert scanned.error is None
    assert scanned.document == identify("A00000001", TODAY).document


def test_a_resident_id_fills_the_form() -> None:
    scan = identify(RESIDENT, TODAY)
    assert (scan.birth_date, scan.sex, scan.name) == (date(1949, 12, 31), Sex.FEMALE, None)


def test_a_passport_fills_the_form() -> None:
    scan = identify(MRZ, TODAY)
    assert scan.name == "ANNA MARIA ERIKSSON"
    assert (scan.birth_date, scan.sex) == (date(1974, 8, 12), Sex.FEMALE)
    assert (scan.nationality, scan.expiry) == ("UTO", None)
    assert scan.warnings == ("EXPIRED",)


def test_a_vial_code_gives_lot_expiry_and_gtin() -> None:
    scan = identify(f"]d2{GTIN}1726112310LOT01", TODAY)
    assert (scan.lot, scan.gtin) == ("LOT01", "09501101530003")
    assert scan.expiry == date(2026, 11, 23)
    assert not scan.is_expired(TODAY) and scan.is_expired(date(2026, 11, 24))
    assert not identify("81000010000000000001", TODAY).is_expired(TODAY)


def test_one_vial_has_one_code_however_it_is_sent() -> None:
    one = identify(f"]d2{GTIN}1726112310LOT01\x1d21S1", TODAY)
    other = identify("(01)09501101530003(10)LOT01(17)261123(21)S1", TODAY)
    assert one.vial_code == other.vial_code is not None
    assert identify("8100001 0000000000001", TODAY).vial_code == "81000010000000000001"
    assert identify("13900000000", TODAY).vial_code is None
    assert identify("0109501101530004", TODAY).vial_code is None


def test_a_single_vial_seen_before_is_warned_of_and_a_lot_is_not() -> None:
    pack = identify("81000010000000000001", TODAY)
    assert mark_used(pack, ["81000010000000000001"]).warnings == ("ALREADY_USED",)
    assert mark_used(pack, []).warnings == ()
    lot = identify(GTIN + "10LOT01", TODAY)
    assert lot.vial_code and mark_used(lot, [lot.vial_code]).warnings == ()
    single = identify(GTIN + "21S1", TODAY)
    assert single.vial_code and mark_used(single, [single.vial_code]).warnings == ("ALREADY_USED",)


def test_a_name_is_kept_as_it_was_written() -> None:
    scan = identify("  Ａnna 﨑  ", TODAY)
    assert (scan.kind, scan.text, scan.name) == ("name", "Ａnna 﨑", "Ａnna 﨑")


def test_a_kind_that_nobody_knows_is_an_answer() -> None:
    assert read_as("library-card", "1", TODAY).error == "UNKNOWN_KIND"


def test_an_empty_text_is_empty_as_any_kind() -> None:
    assert {kind: read_as(kind, " ", TODAY).error for kind in KINDS} == dict.fromkeys(
        KINDS, "EMPTY"
    )


def test_half_characters_of_a_broken_console_can_still_be_stored() -> None:
    assert identify("Wang \udc80", TODAY).text.encode()


@given(st.text() | st.text("0123456789XHMA<|()]\x1d +-"), st.dates(date(1950, 1, 1)))
def test_no_text_breaks_the_desk(text: str, today: date) -> None:
    scan = identify(text, today if today.year < 9900 else TODAY)
    assert scan.valid == (scan.error is None)
    assert scan.document is None or scan.valid
    for answer in (scan.birth_date, scan.sex, scan.name, scan.lot, scan.expiry, scan.vial_code):
        assert answer is None or scan.valid


@given(st.sampled_from(sorted(KINDS)), st.text())
def test_no_text_breaks_any_reader(kind: str, text: str) -> None:
    scan = read_as(kind, text, TODAY)
    assert scan.valid == (scan.error is None) and bool(scan.fields) == scan.valid

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.documents import mrz
from fieldapp.domain.documents.mrz import check_digit

TODAY = date(2026, 11, 23)
UPPER = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
LOWER = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD1 = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6"]
TD1 += ["ERIKSSON<<ANNA<MARIA<<<<<<<<<<"]
TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]


def td3(
    number: str = "UTO000001",
    birth: str = "800101",
    expiry: str = "300101",
    sex: str = "F",
    optional: str = "",
    names: str = "SAMPLE<<ANNA",
    nationality: str = "UTO",
) -> list[str]:
    """A made-up passport of Utopia whose check digits are all right."""
    fields = [number.ljust(9, "<"), birth, expiry, optional.ljust(14, "<")]
    document, born, expires, rest = (field + check_digit(field) for field in fields)
    composite = check_digit(document + born + expires + rest)
    lower = f"{document}{nationality}{born}{sex}{expires}{rest}{composite}"
    return [f"P<UTO{names}".ljust(44, "<"), lower]


def changed(lines: list[str], line: int, place: int, to: str) -> list[str]:
    copy = list(lines)
    copy[line] = copy[line][:place] + to + copy[line][place + len(to) :]
    return copy


@pytest.mark.parametrize("lines", [[UPPER, LOWER], TD1, TD2])
def test_however_a_reader_sends_the_lines_they_say_the_same(lines: list[str]) -> None:
    wanted = mrz.read(lines, TODAY)
    assert wanted.error is None and wanted.fields["surname"] == "ERIKSSON"
    for glue in ("\n", "\r\n", "\r", "\n\n", "", " ", "\t"):
        assert mrz.read(glue.join(lines), TODAY) == wanted
        assert mrz.read(f"  {glue.join(lines)}\r\n".lower(), TODAY) == wanted


words = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=8)


@given(
    number=st.text("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", min_size=1, max_size=9),
    born=st.dates(date(1927, 1, 1), TODAY),
    expires=st.dates(date(2000, 1, 1), date(2076, 12, 31)),
    sex=st.sampled_from("FMX"),
    surname=st.lists(words, min_size=1, max_size=2),
    given_names=st.lists(words, max_size=2),
)
def test_a_passport_reads_back_what_it_was_made_of(
    number: str, born: date, expires: date, sex: str, surname: list[str], given_names: list[str]
) -> None:
    names = "<".join(surname) + "<<" + "<".join(given_names)
    lines = td3(number, f"{born:%y%m%d}", f"{expires:%y%m%d}", sex, names=names)
    reading = mrz.read(lines, TODAY)
    assert reading.fields == {
        "format": "TD3",
        "document_type": "P",
        "issuer": "UTO",
        "surname": " ".join(surname),
        "given_names": " ".join(given_names),
        "number": number,
        "nationality": "UTO",
        "birth_date": born.isoformat(),
        "sex": sex,
        "expiry_date": expires.isoformat(),
    }
    assert reading.warnings == (("EXPIRED",) if expires < TODAY else ())


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([], "EMPTY"),
        (["", " "], "EMPTY"),
        ([UPPER], "LENGTH"),
        ([UPPER[:-1], LOWER], "LENGTH"),
        ([UPPER[:-1], LOWER + "<"], "LENGTH"),
        ([*TD2, TD2[0]], "LENGTH"),
        ([UPPER.replace("ANNA", "ÄNNA"), LOWER], "CHARACTERS"),
        (changed([UPPER, LOWER], 1, 13, "74O812"), "CHARACTERS:birth"),
        (changed([UPPER, LOWER], 1, 21, "12O415"), "CHARACTERS:expiry"),
        (changed([UPPER, LOWER], 1, 20, "W"), "CHARACTERS:sex"),
        (changed([UPPER, LOWER], 1, 10, "UT0"), "CHARACTERS:nationality"),
        (changed([UPPER, LOWER], 0, 2, "UT0"), "CHARACTERS:issuer"),
        (changed([UPPER, LOWER], 0, 0, "1<"), "CHARACTERS:type"),
        (changed([UPPER, LOWER], 0, 5, "3"), "CHARACTERS:name"),
        (changed([UPPER, LOWER], 0, 0, "V<"), "PREFIX"),
        (td3(birth="801301"), "BIRTH_DATE"),
        (td3(birth="790229"), "BIRTH_DATE"),
        (td3(expiry="300230"), "EXPIRY_DATE"),
        (changed([UPPER, LOWER], 1, 9, "7"), "CHECK_DIGIT:number"),
        (changed([UPPER, LOWER], 1, 19, "3"), "CHECK_DIGIT:birth"),
        (changed([UPPER, LOWER], 1, 27, "8"), "CHECK_DIGIT:expiry"),
        (changed([UPPER, LOWER], 1, 42, "2"), "CHECK_DIGIT:optional"),
        (changed([UPPER, LOWER], 1, 43, "1"), "CHECK_DIGIT:composite"),
        (changed([UPPER, LOWER], 1, 43, "<"), "CHECK_DIGIT:composite"),
        (changed(TD1, 0, 14, "8"), "CHECK_DIGIT:number"),
        (changed(TD1, 1, 29, "7"), "CHECK_DIGIT:composite"),
        (changed(TD2, 1, 35, "7"), "CHECK_DIGIT:composite"),
    ],
)
def test_the_first_fault_is_named(lines: list[str], fault: str) -> None:
    assert mrz.read(lines, TODAY).error == fault


def test_an_unused_optional_field_may_have_a_filler_for_its_check_digit() -> None:
    lines = changed(td3(), 1, 42, "<")
    assert mrz.read(lines, TODAY).error is None
    assert "optional" not in mrz.read(lines, TODAY).fields


def test_a_birth_date_known_in_part_is_left_out() -> None:
    fields = mrz.read(td3(birth="80<<<<"), TODAY).fields
    assert "birth_date" not in fields and fields["sex"] == "F"


def test_a_sex_that_is_not_stated_is_x() -> None:
    assert mrz.read(td3(sex="<"), TODAY).fields["sex"] == "X"


def test_a_number_too_long_for_its_field_goes_on_in_the_optional_one() -> None:
    """The TD1 example of ICAO 9303 part 5, note j."""
    lines = ["I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2"]
    fields = mrz.read([*lines, "STEVENSON<<PETER<JOHN<<<<<<<<<"], TODAY).fields
    assert fields["number"] == "D23145890734"
    assert (fields["birth_date"], fields["expiry_date"]) == ("1934-07-12", "1995-07-12")


def test_a_one_letter_country_and_a_single_name_are_read() -> None:
    fields = mrz.read(td3(nationality="D<<", names="ARKFREITH"), TODAY).fields
    assert fields["nationality"] == "D"
    assert (fields["surname"], fields["given_names"]) == ("ARKFREITH", "")


def test_the_century_of_birth_is_the_latest_that_is_not_in_the_future() -> None:
    assert mrz.read(td3(birth="261123"), TODAY).fields["birth_date"] == "2026-11-23"
    assert mrz.read(td3(birth="261124"), TODAY).fields["birth_date"] == "1926-11-24"


def test_a_reader_that_ends_every_line_is_waited_for() -> None:
    assert mrz.awaits_more_lines(UPPER)
    assert mrz.awaits_more_lines(TD1[0])
    assert mrz.awaits_more_lines("\n".join(TD1[:2]))
    assert not mrz.awaits_more_lines(f"{UPPER}\n{LOWER}")
    assert not mrz.awaits_more_lines("\n".join(TD1))
    assert not mrz.awaits_more_lines("") and not mrz.awaits_more_lines("A" * 44)


def test_a_vial_code_as_long_as_a_passport_line_is_not_kept_waiting_for_another() -> None:
    code = "010950110153010517280101" + "10DEMO26A<GS>2100001"
    assert len(code) == 44
    assert not mrz.awaits_more_lines(code)

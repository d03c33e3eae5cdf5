from __future__ import annotations

from datetime import date, datetime

import pytest

from fieldapp.actions.backlog.row import BacklogRow, Refusal, judge
from fieldapp.actions.backlog.sheet import SheetRow
from fieldapp.domain.birth_date import Precision

NOW = datetime(2026, 11, 23, 14, 30)
VACCINES = {"covid-inact-bibp", "mr-live"}
GOOD = {
    "row_uuid": "0cb1e29c-658c-4a14-95e6-0af593bd04cf",
    "client_name": "测试甲",
    "sex": "F",
    "birth_date": "1949-12-31",
    "id_type": "cn-resident-id",
    "id_number": "11010519491231002X",
    "phone": "13900000000",
    "status": "given",
    "vaccine": "covid-inact-bibp",
    "lot": "L1",
    "expiry": "2027-01-31",
    "given_at": "2021-04-09T08:58",
    "site": "left-deltoid",
}


def judged(**changes: str) -> BacklogRow | Refusal:
    values = GOOD | changes
    return judge(SheetRow(7, tuple(values.values()), values), VACCINES, NOW)


def good(**changes: str) -> BacklogRow:
    row = judged(**changes)
    assert isinstance(row, BacklogRow)
    return row


def test_a_good_row_says_who_got_what_when() -> None:
    row = good()
    assert row.client.name == "测试甲"
    assert row.client.documents[0].number == "11010519491231002X"
    assert row.client.phone == "+8613900000000"
    assert row.occurred == datetime(2021, 4, 9, 8, 58)
    assert (row.given, row.vaccine_id, row.expiry) == (True, "covid-inact-bibp", date(2027, 1, 31))


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"id_number": "1.10101198003072E+17"}, "digits_lost", "id_number"),
        ({"lot": "8.1E+19"}, "digits_lost", "lot"),
        ({"note": "好" * 3000}, "too_long", "note"),
        ({"client_name": "x" * 130_000}, "too_long", "client_name"),
        ({"client_name": "  "}, "missing_name", "client_name"),
        ({"id_number": "110105194912310029"}, "bad_id_number", "id_number"),
        ({"id_number": ""}, "bad_id_number", "id_number"),
        ({"id_type": "library-card"}, "bad_id_number", "id_number"),
        ({"given_at": "2021-02-30T09:00"}, "bad_date", "given_at"),
        ({"given_at": ""}, "bad_date", "given_at"),
        ({"given_at": "2021-04-09T25:00"}, "bad_date", "given_at"),
        ({"given_at": "1940-01-01"}, "bad_date", "given_at"),
        ({"birth_date": "spring"}, "bad_date", "birth_date"),
        ({"expiry": "2021-13-01"}, "bad_date", "expiry"),
        ({"given_at": "2199-01-01T09:00"}, "future_date", "given_at"),
        ({"given_at": "2026-11-23T14:31"}, "future_date", "given_at"),
        ({"birth_date": "2027-01-01"}, "future_date", "birth_date"),
        ({"vaccine": "covid-unknown-x"}, "unknown_vaccine", "vaccine"),
        ({"vaccine": ""}, "unknown_vaccine", "vaccine"),
        ({"status": "maybe"}, "bad_status", "status"),
        ({"status": ""}, "bad_status", "status"),
    ],
)
def test_a_bad_row_is_refused_by_code_and_column(
    changes: dict[str, str], code: str, column: str
) -> None:
    no = judged(**changes)
    assert isinstance(no, Refusal)
    assert (no.line, no.code, no.column) == (7, code, column)
    assert no.reason.endswith(".")


def test_of_several_faults_the_first_in_the_order_of_the_manual_is_named() -> None:
    no = judged(client_name="", status="maybe", vaccine="x")
    assert isinstance(no, Refusal)
    assert no.code == "missing_name"


@pytest.mark.parametrize(
    "text", ["2021/04/09", "2021.4.9", "20210409", "2021年4月9日", "２０２１-04-09"]
)
def test_dates_are_read_as_people_type_them(text: str) -> None:
    assert good(given_at=text).occurred.date() == date(2021, 4, 9)


def test_full_width_digits_spaces_and_a_lower_case_x_are_the_same_id() -> None:
    document = good(id_number=" １１０１０５ 19491231 002x ").client.documents[0]
    assert document.number == "11010519491231002X"


def test_someone_without_papers_is_taken_by_name() -> None:
    row = good(id_type="", id_number="")
    assert row.client.documents == ()
    assert row.client.birth_date == date(1949, 12, 31)


def test_a_dose_not_given_needs_no_vaccine_but_keeps_its_reason() -> None:
    row = good(status="not-given", vaccine="", lot="", reason="fever")
    assert (row.given, row.vaccine_id, row.reason) == (False, None, "fever")


def test_a_wrong_phone_number_is_kept_as_written_because_it_is_still_a_clue() -> None:
    assert good(phone="12345").client.phone == "12345"


def test_without_a_uuid_the_same_row_is_still_recognised() -> None:
    assert good(row_uuid="").row == good(row_uuid="").row
    assert good(row_uuid="").row != good(row_uuid="", lot="L2").row


def test_a_birth_year_alone_is_taken_and_the_document_knows_better() -> None:
    paperless = {"id_type": "", "id_number": ""}
    row = good(birth_date="1949", **paperless)
    assert (row.client.born, row.client.birth_known_to) == ("1949", Precision.YEAR)
    assert good(birth_date="1949年12月", **paperless).client.born == "1949-12"
    assert good(birth_date="1949").client.born == "1949-12-31"

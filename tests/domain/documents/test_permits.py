from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fieldapp.domain.documents import permits
from fieldapp.domain.documents.reading import Reading
from fieldapp.domain.documents.resident_id import complete

TODAY = date(2026, 11, 23)
Reader = Callable[[str, date], Reading]


def test_the_old_foreign_card_says_only_the_country() -> None:
    assert permits.read_foreign_pr_2017("uto 1100 0000 0001", TODAY).fields == {
        "normalized": "UTO110000000001",
        "kind": "foreign-permanent-resident",
        "country_alpha3": "UTO",
    }


def test_the_new_foreign_card_says_country_birth_date_and_sex() -> None:
    reading = permits.read_foreign_pr_2023("911124198108030024", TODAY)
    assert reading.fields["country_numeric"] == "124"
    assert reading.fields["birth_date"] == "1981-08-03"
    assert reading.fields["sex"] == "F"


def test_a_permit_of_nine_characters_has_no_renewals_to_count() -> None:
    assert permits.read_hk_macao("m12345678", TODAY).fields == {
        "normalized": "M12345678",
        "holder": "MO",
        "lifelong": "M12345678",
    }
    assert permits.read_hk_macao("H1234567803", TODAY).fields["renewal"] == "03"


@pytest.mark.parametrize(
    ("reader", "text", "fault"),
    [
        (permits.read_foreign_pr_2017, "", "EMPTY"),
        (permits.read_foreign_pr_2017, "UTO11000000001", "LENGTH"),
        (permits.read_foreign_pr_2017, "UT0110000000001", "CHARACTERS"),
        (permits.read_foreign_pr_2023, "91112419810803002", "LENGTH"),
        (permits.read_foreign_pr_2023, "9111241981080300A4", "CHARACTERS"),
        (permits.read_foreign_pr_2023, "811124198108030024", "PREFIX"),
        (permits.read_foreign_pr_2023, "911124198113030024", "BIRTH_DATE"),
        (permits.read_foreign_pr_2023, complete("91112420270101002"), "BIRTH_DATE_FUTURE"),
        (permits.read_foreign_pr_2023, "911124198108030025", "CHECK_DIGIT"),
        (permits.read_hk_macao, "", "EMPTY"),
        (permits.read_hk_macao, "H123456789", "LENGTH"),
        (permits.read_hk_macao, "H1234567A", "CHARACTERS"),
        (permits.read_hk_macao, "K12345678", "PREFIX"),
        (permits.read_hk_macao, "112345678", "PREFIX"),
        (permits.read_taiwan, "", "EMPTY"),
        (permits.read_taiwan, "123456789", "LENGTH"),
        (permits.read_taiwan, "1234567A", "CHARACTERS"),
        (permits.read_seafarer, "", "EMPTY"),
        (permits.read_seafarer, "A123456789", "LENGTH"),
        (permits.read_seafarer, "A1234567B", "CHARACTERS"),
        (permits.read_seafarer, "B12345678", "PREFIX"),
        (permits.read_passport, "", "EMPTY"),
        (permits.read_passport, "E1234", "LENGTH"),
        (permits.read_passport, "E123456789", "LENGTH"),
        (permits.read_passport, "WANGLI", "CHARACTERS"),
        (permits.read_passport, "E1234-678", "CHARACTERS"),
        (permits.read_other, "", "EMPTY"),
        (permits.read_other, "12A", "LENGTH"),
        (permits.read_other, "LAISSEZ", "CHARACTERS"),
    ],
)
def test_the_first_fault_is_named(reader: Reader, text: str, fault: str) -> None:
    assert reader(text, TODAY) == Reading({}, fault)


@pytest.mark.parametrize(
    ("reader", "text", "number"),
    [
        (permits.read_taiwan, "0000 0001", "00000001"),
        (permits.read_seafarer, "a12345678", "A12345678"),
        (permits.read_passport, "l898902c3", "L898902C3"),
        (permits.read_passport, "123456", "123456"),
        (permits.read_other, "utop-2026-17", "UTOP-2026-17"),
    ],
)
def test_a_number_is_written_in_one_way(reader: Reader, text: str, number: str) -> None:
    assert reader(text, TODAY).fields["normalized"] == number

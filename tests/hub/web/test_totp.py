"""Promises of the second factor: RFC 6238's own codes, a drift of one step, no code twice."""

from __future__ import annotations

import pytest

from fieldapp.hub.web.totp import STEP_S, address, code_at, step_of, written

RFC_SECRET = b"12345678901234567890"


@pytest.mark.parametrize(
    ("time_s", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_codes_are_those_of_the_rfc(time_s: int, code: str) -> None:
    assert code_at(RFC_SECRET, time_s // STEP_S, digits=8) == code


def test_a_telephone_may_be_one_step_off_and_no_more() -> None:
    now_s = 1_700_000_000
    step = now_s // STEP_S
    for off in (-1, 0, 1):
        assert step_of(RFC_SECRET, code_at(RFC_SECRET, step + off), now_s, None) == step + off
    for off in (-2, 2):
        assert step_of(RFC_SECRET, code_at(RFC_SECRET, step + off), now_s, None) is None


def test_a_code_is_good_once_and_none_before_it_after_that() -> None:
    now_s = 1_700_000_000
    step = now_s // STEP_S
    code = code_at(RFC_SECRET, step)
    assert step_of(RFC_SECRET, code, now_s, step - 1) == step
    assert step_of(RFC_SECRET, code, now_s, step) is None
    assert step_of(RFC_SECRET, code_at(RFC_SECRET, step - 1), now_s, step) is None


def test_what_is_typed_may_have_spaces_and_must_not_be_odd() -> None:
    now_s = 1_700_000_000
    code = code_at(RFC_SECRET, now_s // STEP_S)
    assert step_of(RFC_SECRET, f"{code[:3]} {code[3:]}", now_s, None) is not None
    for odd in ("", "１２３４５６", "12345", "abcdef", "9" * 500):
        assert step_of(RFC_SECRET, odd, now_s, None) is None


def test_apps_read_the_address_and_people_the_groups() -> None:
    assert written(RFC_SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert address(RFC_SECRET, "lu.qing", "fieldapp hub") == (
        "otpauth://totp/fieldapp%20hub:lu.qing"
        "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=fieldapp%20hub"
    )

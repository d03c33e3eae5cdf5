"""What a dose costs whom: every person gets one answer, and an unknown is asked, never charged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.actions.fee_rules import load_fee_rule
from fieldapp.actions.programme import load_catalogue
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.domain.fees import (
    FeeKind,
    FeeRule,
    FeeRuleInvalid,
    amount_text,
    fee_due,
    parse_fee_rule,
    read_amount,
)
from fieldapp.domain.vaccine import Vaccine

CATALOGUE = load_catalogue()
PASSPORT = Document("passport", "TEST1234")
CARD = Document("cn-foreign-pr-2023", "911124198108030024")
RESIDENT = Document("cn-resident-id", "110105194912310021")


def rule() -> FeeRule:
    found = load_fee_rule("cn-nhc-2021-03-29")
    assert found is not None
    return found


def vaccine(name: str = "covid-inact-bibp") -> Vaccine:
    found = CATALOGUE.get(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("details", "kind", "amount", "reason"),
    [
        (ClientDetails("A", (RESIDENT,)), FeeKind.FREE, 0, "citizen"),
        (ClientDetails("A"), FeeKind.FREE, 0, "citizen"),
        (ClientDetails("A", (PASSPORT,), nationality="CHN"), FeeKind.FREE, 0, "citizen"),
        (ClientDetails("A", nationality="MAC"), FeeKind.FREE, 0, "citizen"),
        (ClientDetails("A", nationality="china"), FeeKind.FREE, 0, "citizen"),
        (ClientDetails("A", (PASSPORT,)), FeeKind.ASK, 0, "social-security-unknown"),
        (ClientDetails("A", (CARD,)), FeeKind.ASK, 0, "social-security-unknown"),
        (
            ClientDetails("A", (CARD,), social_security=True),
            FeeKind.FREE,
            0,
            "social-security",
        ),
        (
            ClientDetails("A", (PASSPORT,), nationality="UTO", social_security=False),
            FeeKind.DUE,
            10_000,
            "no-social-security",
        ),
        (
            ClientDetails("A", nationality="UTO", social_security=True),
            FeeKind.FREE,
            0,
            "social-security",
        ),
    ],
)
def test_foreign_nationals_without_social_security_pay_100_yuan(
    details: ClientDetails, kind: FeeKind, amount: int, reason: str
) -> None:
    due = fee_due(rule(), details, vaccine())
    assert (due.kind, due.amount, due.reason) == (kind, amount, reason)
    assert due.rule == "cn-foreign-nationals, 23 Mar 2021"
    assert due.currency == "CNY"


def test_a_vaccine_that_the_rule_does_not_speak_of_costs_nothing() -> None:
    foreign = ClientDetails("A", nationality="UTO", social_security=False)
    other = replace(vaccine(), antigens=("measles",))
    assert fee_due(rule(), foreign, other).kind is FeeKind.FREE


@given(
    nationality=st.none() | st.sampled_from(["CHN", "UTO", "HKG", "usa", ""]),
    insured=st.none() | st.booleans(),
    documents=st.lists(st.sampled_from([PASSPORT, CARD, RESIDENT]), max_size=2),
)
def test_nobody_pays_who_was_not_asked_and_nobody_at_home_pays(
    nationality: str | None, insured: bool | None, documents: list[Document]
) -> None:
    details = ClientDetails("A", tuple(documents), nationality=nationality, social_security=insured)
    due = fee_due(rule(), details, vaccine())
    assert (due.amount > 0) == (due.kind is FeeKind.DUE)
    if insured is not False or not rule().is_foreign(details):
        assert due.amount == 0
    if due.kind is FeeKind.ASK:
        assert insured is None and rule().is_foreign(details)


@given(st.integers(0, 10**10), st.integers(0, 3))
def test_an_amount_is_read_as_it_was_written(amount: int, decimals: int) -> None:
    assert read_amount(amount_text(amount, decimals), decimals) == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("300", 30_000),
        (" 1,300.5 ", 130_050),
        ("93.50", 9_350),
        ("0", 0),
        ("", None),
        ("-5", None),
        ("5.", None),
        (".5", None),
        ("5.123", None),
        ("5.5.5", None),
        ("five", None),
        ("٥", None),
        ("9" * 13, None),
    ],
)
def test_what_is_no_amount_is_not_guessed(typed: str, amount: int | None) -> None:
    assert read_amount(typed) == amount


def test_zeros_that_say_nothing_are_not_written() -> None:
    assert [amount_text(n) for n in (10_000, 9_350, 123_456_700, -2_000)] == [
        "100",
        "93.50",
        "1,234,567",
        "-20",
    ]


@pytest.mark.parametrize("missing", ["id", "clauses", "currency", "home"])
def test_a_rule_without_a_field_is_refused_by_name(missing: str) -> None:
    with pytest.raises(FeeRuleInvalid, match=missing):
        parse_fee_rule({name: value for name, value in WHOLE.items() if name != missing})


@pytest.mark.parametrize("clause", [{}, {"reason": "x", "amount": -1}, 7])
def test_a_clause_without_reason_or_amount_is_refused(clause: object) -> None:
    with pytest.raises(FeeRuleInvalid, match=r"clauses\[0\]"):
        parse_fee_rule({**WHOLE, "clauses": [clause]})


def test_a_rule_without_a_clause_for_somebody_charges_nobody() -> None:
    empty = parse_fee_rule({**WHOLE, "antigens": ["COVID-19"]})
    assert fee_due(empty, ClientDetails("A"), vaccine()).kind is FeeKind.FREE


WHOLE: dict[str, object] = {
    "id": "test",
    "programme": "test",
    "title": {"en": "Test"},
    "source": "Test",
    "edition": "1",
    "currency": "CNY",
    "decimals": 2,
    "unit": {"en": "yuan"},
    "antigens": [],
    "home": ["CHN"],
    "foreign_documents": [],
    "clauses": [],
}

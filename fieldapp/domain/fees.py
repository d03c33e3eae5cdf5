"""What a dose costs whom: a programme's fee rule as data, and its answer for one person.

Amounts are whole numbers of the currency's smallest unit (fen). Knows no journal and no receipt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from fieldapp.domain.client import ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.vaccine import Vaccine

_T = TypeVar("_T")


class FeeRuleInvalid(FieldAppError):
    """The fee file cannot be used."""

    happened = "The fee rule cannot be used: {where} is missing or wrong."
    safe = "Nothing recorded is affected."
    next_step = "Restore the files under resources/fees of this release."


class FeeKind(StrEnum):
    """The answer: nothing to pay, an amount, or something to ask first."""

    FREE = "free"
    DUE = "due"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class FeeDue:
    """What one dose costs one person. `rule` names rule and edition, as receipts cite it.

    `reason` is the clause's; of ASK it is what must be asked (`social-security-unknown`).
    """

    kind: FeeKind
    amount: int
    currency: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of a rule: for whom, and how much. None: whoever."""

    reason: str
    amount: int
    foreign: bool | None = None
    social_security: bool | None = None


@dataclass(frozen=True, slots=True)
class FeeRule:
    """A programme's rule. The first clause that fits the person decides.

    `home`: how the country whose citizens are at home is written; `foreign_documents`: kinds of
    papers that only foreign nationals show, unless a home nationality is written beside them.
    """

    id: str
    programme: str
    title: Mapping[str, str]
    source: str
    edition: str
    currency: str
    decimals: int
    unit: Mapping[str, str]
    antigens: frozenset[str]
    home: frozenset[str]
    foreign_documents: frozenset[str]
    clauses: tuple[Clause, ...]

    @property
    def citation(self) -> str:
        """Rule and edition in one short text."""
        return f"{self.id}, {self.edition}"

    def covers(self, vaccine: Vaccine) -> bool:
        """Whether this rule speaks about the vaccine at all."""
        return bool(self.antigens & set(vaccine.antigens))

    def is_foreign(self, details: ClientDetails) -> bool:
        """Whether this person is a foreign national, as far as is written down."""
        if details.nationality:
            return details.nationality.casefold() not in self.home
        return any(document.kind in self.foreign_documents for document in details.documents)


def fee_due(rule: FeeRule, details: ClientDetails, vaccine: Vaccine) -> FeeDue:
    """What a dose of this vaccine costs this person."""
    if not rule.covers(vaccine):
        return _due(rule, FeeKind.FREE, 0, "other-vaccine")
    foreign = rule.is_foreign(details)
    for clause in rule.clauses:
        if clause.foreign is not None and clause.foreign is not foreign:
            continue
        if clause.social_security is not None and details.social_security is None:
            return _due(rule, FeeKind.ASK, 0, "social-security-unknown")
        if clause.social_security in (None, details.social_security):
            kind = FeeKind.DUE if clause.amount else FeeKind.FREE
            return _due(rule, kind, clause.amount, clause.reason)
    return _due(rule, FeeKind.FREE, 0, "no-clause")


def _due(rule: FeeRule, kind: FeeKind, amount: int, reason: str) -> FeeDue:
    return FeeDue(kind, amount, rule.currency, rule.citation, reason)


def amount_text(amount: int, decimals: int = 2) -> str:
    """An amount as people write it, without zeros that say nothing: 100, 93.50, -20."""
    whole, rest = divmod(abs(amount), 10**decimals)
    text = f"{whole:,}.{rest:0{decimals}d}" if rest else f"{whole:,}"
    return f"-{text}" if amount < 0 else text


def read_amount(text: str, decimals: int = 2) -> int | None:
    """The inverse, of what somebody typed; None for what is no amount of money."""
    whole, dot, rest = text.strip().replace(",", "").replace("，", "").partition(".")
    digits = whole + rest
    if not (digits.isascii() and digits.isdigit()) or len(rest) > decimals or len(digits) > 12:
        return None
    if not whole or (dot and not rest):
        return None
    return int(whole + rest.ljust(decimals, "0"))


def parse_fee_rule(document: Mapping[str, object]) -> FeeRule:
    """Read a fee-rule/1 document. Raises FeeRuleInvalid naming the field."""
    clauses = _get(document, "clauses", list)
    return FeeRule(
        id=_get(document, "id", str),
        programme=_get(document, "programme", str),
        title=_get(document, "title", dict),
        source=_get(document, "source", str),
        edition=_get(document, "edition", str),
        currency=_get(document, "currency", str),
        decimals=_get(document, "decimals", int),
        unit=_get(document, "unit", dict),
        antigens=frozenset(_get(document, "antigens", list)),
        home=frozenset(str(name).casefold() for name in _get(document, "home", list)),
        foreign_documents=frozenset(_get(document, "foreign_documents", list)),
        clauses=tuple(_clause(number, item) for number, item in enumerate(clauses)),
    )


def _get(document: Mapping[str, object], name: str, kind: type[_T]) -> _T:
    value = document.get(name)
    if not isinstance(value, kind):
        raise FeeRuleInvalid(where=name)
    return value


def _clause(number: int, item: object) -> Clause:
    match item:
        case {"reason": str(reason), "amount": int(amount), **rest} if amount >= 0:
            match rest.get("foreign"), rest.get("social_security"):
                case (bool() | None as foreign, bool() | None as insured):
                    return Clause(reason, amount, foreign, insured)
    raise FeeRuleInvalid(where=f"clauses[{number}]")

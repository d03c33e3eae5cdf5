"""The programmes that seats are offered for, by name, and what a dose in one costs whom: the files
of this release, and the domain's own fee rule."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fieldapp.domain.client import ClientDetails
from fieldapp.domain.fees import FeeDue, FeeRule, fee_due, parse_fee_rule
from fieldapp.domain.vaccine import Vaccine, parse_catalogue
from fieldapp.hub.booking.papers import Paper
from fieldapp.resource_files import resource_path


@dataclass(frozen=True, slots=True)
class Programme:
    """`title` by language; `rule` where it takes fees, and a `vaccine` that the rule is about."""

    id: str
    title: Mapping[str, str]
    rule: FeeRule | None = None
    vaccine: Vaccine | None = None

    def fee(self, paper: Paper, social_security: bool | None) -> FeeDue | None:
        """What one dose costs somebody, by what they declare; None where nobody pays."""
        if self.rule is None or self.vaccine is None:
            return None
        declared = ClientDetails(
            "", (paper.document,), nationality=paper.nationality, social_security=social_security
        )
        return fee_due(self.rule, declared, self.vaccine)

    @property
    def highest_fee(self) -> int:
        """What those pay who pay; 0 where nobody does."""
        return max((one.amount for one in self.rule.clauses), default=0) if self.rule else 0


@cache
def programmes() -> Mapping[str, Programme]:
    """All of this release, by id. Raises FeeRuleInvalid, CatalogueInvalid."""
    files = sorted(resource_path("schedules").glob("*.json"))
    return {file.stem: _programme(file.stem, json.loads(file.read_text("utf-8"))) for file in files}


def programme_of(id_: str) -> Programme:
    """One of them; of one that is not in this release no more than its id."""
    return programmes().get(id_) or Programme(id_, {"en": id_, "zh-Hans": id_})


def _programme(id_: str, document: Mapping[str, Mapping[str, str]]) -> Programme:
    try:
        written = resource_path("fees", f"{id_}.json").read_text("utf-8")
    except FileNotFoundError:
        return Programme(id_, document["title"])
    rule = parse_fee_rule(json.loads(written))
    vaccines = parse_catalogue(
        json.loads(resource_path("catalogue", "vaccines.json").read_text("utf-8"))
    )
    covered = next((vaccine for vaccine in vaccines if rule.covers(vaccine)), None)
    return Programme(id_, document["title"], rule, covered)

"""The question put together: what is known of a product, and what the last decision assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from fieldapp.domain.vaccine import Catalogue
from fieldapp.hub.allocation.decisions import Decision, newest_no, read_decision
from fieldapp.hub.allocation.needs import Need, Needs
from fieldapp.hub.allocation.parameters import Parameters
from fieldapp.hub.allocation.problem import Place, Problem
from fieldapp.hub.allocation.supply import Supply, supply_of


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a person may change of a question; by name of the place, whom first doses are to reach
    and how much each of them counts."""

    wastage: int
    buffer: int
    reach: Mapping[str, int | None] = field(default_factory=dict)
    weight: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """All that is known of one product in these weeks."""

    vaccine: str
    mondays: tuple[date, ...]
    vial: int
    supply: Supply
    needs: Mapping[str, Need]
    assumed: Assumed

    def problem(self, assumed: Assumed | None = None) -> Problem:
        """As a proposal takes it."""
        by = assumed or self.assumed
        places = tuple(
            Place(
                name, tuple(need.due), tuple(need.last), by.reach.get(name), by.weight.get(name, 1)
            )
            for name, need in self.needs.items()
        )
        return Problem(self.vial, self.supply.of(self.mondays), places, by.wastage, by.buffer)

    @property
    def past(self) -> int:
        """People who have passed their latest day already; a late dose is still given."""
        return sum(need.past for need in self.needs.values())


def ask(
    connection: Connection,
    vaccine: str,
    mondays: Sequence[date],
    needs: Needs,
    catalogue: Catalogue,
    parameters: Parameters,
    left: Mapping[str, int],
) -> Question:
    """What is known, and what the decision before assumed or else the parameters. `left`: people to
    reach by place, where they are counted."""
    supply = supply_of(connection, vaccine, mondays[0])
    vial = supply.vial or vials_of(catalogue, vaccine)[0]
    before = newest_no(connection, vaccine)
    last = read_decision(connection, before) if before is not None else None
    return Question(
        vaccine,
        tuple(mondays),
        vial,
        supply,
        needs.of(vaccine, len(mondays)),
        _assumed(last, vial, parameters, left),
    )


def vials_of(catalogue: Catalogue, vaccine: str) -> tuple[int, ...]:
    """How many doses a vial of a product may hold, by the catalogue; 1 of one unknown."""
    product = catalogue.get(vaccine)
    return product.doses_per_vial if product and product.doses_per_vial else (1,)


def _assumed(
    last: Decision | None, vial: int, parameters: Parameters, left: Mapping[str, int]
) -> Assumed:
    if last is None:
        return Assumed(parameters.wastage_of(vial), parameters.buffer, dict(left))
    same_vial = last.problem.vial == vial
    return Assumed(
        last.problem.wastage if same_vial else parameters.wastage_of(vial),
        last.problem.buffer,
        {**{place.name: place.reach for place in last.problem.places}, **left},
        {place.name: place.weight for place in last.problem.places},
    )

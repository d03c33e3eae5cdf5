"""The question put together: what is known of a product, and what the last decision assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from fieldapp.domain.vaccine import Catalogue
from fieldapp.hub.allocation.cover import Batch, cover
from fieldapp.hub.allocation.decisions import Decision, newest_no, read_decision
from fieldapp.hub.allocation.holdings import Stock
from fieldapp.hub.allocation.needs import Need, Needs
from fieldapp.hub.allocation.parameters import Parameters
from fieldapp.hub.allocation.problem import Held, Place, Problem, steps, sums
from fieldapp.hub.allocation.supply import Supply, supply_of


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a person may change of a question; by name of the place, whom first doses are to reach,
    how much each of them counts, and how many doses the place holds where the books are wrong."""

    wastage: int
    buffer: int
    reach: Mapping[str, int | None] = field(default_factory=dict)
    weight: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """All that is known of one product in these weeks."""

    vaccine: str
    mondays: tuple[date, ...]
    vial: int
    supply: Supply
    needs: Mapping[str, Need]
    assumed: Assumed
    stocks: Mapping[str, Stock] = field(default_factory=dict)

    def problem(self, assumed: Assumed | None = None) -> Problem:
        """As a proposal takes it."""
        by = assumed or self.assumed
        rates = Problem(self.vial, self.supply.of(self.mondays), (), by.wastage, by.buffer)
        places = tuple(self._place(name, by, rates) for name in self.needs)
        return replace(rates, places=places)

    def stock(self, name: str) -> Stock:
        """What the books say of a place; without any, that nothing is written down."""
        return self.stocks.get(name) or Stock()

    def _place(self, name: str, by: Assumed, rates: Problem) -> Place:
        need = self.needs[name]
        place = Place(
            name, tuple(need.due), tuple(need.last), by.reach.get(name), by.weight.get(name, 1)
        )
        return replace(place, held=self._held(place, by.held.get(name), rates))

    def _held(self, place: Place, by_hand: int | None, rates: Problem) -> Held:
        """The doses of the books, or as many as a person said: those are good throughout."""
        stock, whole = self.stock(place.name), rates.needed(place)
        bare = steps([rates.doses_for(people) for people in sums(place.due)])
        people = [min(one, most) for one, most in zip(bare, whole, strict=True)]
        buffer = [most - one for one, most in zip(people, whole, strict=True)]
        batches = stock.batches if by_hand is None else [Batch(by_hand, None)]
        return cover(batches, people, buffer, self.mondays, stock.books)

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
    held: Mapping[str, Stock],
) -> Question:
    """What is known, and what the decision before assumed or else the parameters. `left`: people to
    reach by place, where they are counted. `held` is what the books say today: that a person knew
    better once holds for that decision alone."""
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
        held,
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

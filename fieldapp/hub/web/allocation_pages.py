"""Allocation for supervisors: what is needed, what comes, a proposal, changed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection
from starlette.responses import Response

from fieldapp.hub.allocation import decisions, form
from fieldapp.hub.allocation.asking import Assumed, Question, ask, vials_of
from fieldapp.hub.allocation.decisions import Decision
from fieldapp.hub.allocation.export import write_decision
from fieldapp.hub.allocation.gaps import people_left
from fieldapp.hub.allocation.holdings import stocks
from fieldapp.hub.allocation.needs import read_needs
from fieldapp.hub.allocation.outcome import at_place, outcome, second_need_of, sending
from fieldapp.hub.allocation.parameters import shipped
from fieldapp.hub.allocation.problem import Allocation, Problem, sums
from fieldapp.hub.allocation.propose import propose
from fieldapp.hub.allocation.stock_words import stock_notes
from fieldapp.hub.allocation.supply import enter_supply, supplied_products
from fieldapp.hub.allocation.weeks import week_number, weeks_from
from fieldapp.hub.allocation.words import at_best, early_firsts, shortfalls
from fieldapp.hub.due.keeping import brought_up
from fieldapp.hub.messages.due import Ground
from fieldapp.hub.web.access import Permission
from fieldapp.hub.web.asked import number_of
from fieldapp.hub.web.catalogue import product_name
from fieldapp.hub.web.downloads import download
from fieldapp.hub.web.errors import NoProgramme
from fieldapp.hub.web.guard import Page, problem
from fieldapp.hub.web.visit import Visit
from fieldapp.hub.web.words import Said, said
from fieldapp.reports.files import FORMATS

MOST_BROUGHT_UP = 1000
MOST_REASON = 200
MOST_TABLE_BYTES = 128 * 1024  # some hundred places


@dataclass(frozen=True, slots=True)
class Standing:
    """One product on the list: by week, people due, doses needed, held and doses that come."""

    vaccine: str
    due: tuple[int, ...]
    needed: tuple[int, ...]
    held: tuple[int, ...]
    comes: tuple[int, ...]
    entered: bool
    lacking: list[Said]
    decided: int | None


def show_allocation(visit: Visit) -> Response:
    """Every product that somebody is due or that is to come, and what was decided."""
    ground = ground_of(visit)
    left = brought_up(visit.hub, ground, MOST_BROUGHT_UP)
    mondays = _mondays(visit)
    with visit.hub.store.reading() as connection:
        needs = read_needs(connection, mondays, visit.today)
        listed = sorted({*needs.by_product, *supplied_products(connection, mondays[0])})
        asked = [
            ask(
                connection, vaccine, mondays, needs, ground.catalogue, shipped(), {},
                stocks(connection, vaccine, visit.today),
            )
            for vaccine in listed
        ]  # fmt: skip
        standings = [_standing(connection, question) for question in asked]
        decided = decisions.newest(connection)
    others = sorted((one.id for one in ground.catalogue if one.id not in listed), key=product_name)
    return visit.show(
        "allocation.html", standings=standings, mondays=mondays, week_number=week_number,
        decided=decided, product_name=product_name, others=others, behind=left,
        may_decide=_may_decide(visit),
    )  # fmt: skip


def ground_of(visit: Visit) -> Ground:
    """The rules by which who is due is decided. Raises NoProgramme."""
    if visit.hub.ground is None:
        raise NoProgramme()
    return visit.hub.ground()


def _may_decide(visit: Visit) -> bool:
    return visit.may(Permission.ALLOCATION)


def _mondays(visit: Visit) -> list[date]:
    number = number_of(visit.query.get("weeks", "") or visit.form.get("weeks", "")) or 0
    parameters = shipped()
    return weeks_from(visit.today, min(number, parameters.most_weeks) or parameters.weeks)


def _standing(connection: Connection, question: Question) -> Standing:
    asked = question.problem()
    due = tuple(sum(place.due[week] for place in asked.places) for week in asked.weeks)
    needs = [asked.needed(place) for place in asked.places]
    return Standing(
        question.vaccine,
        due,
        tuple(sum(row[week] for row in needs) for week in asked.weeks),
        tuple(
            sum(one.held.by_week[week] for one in asked.places if one.held) for week in asked.weeks
        ),
        tuple(asked.vial * vials for vials in asked.supply),
        question.supply.vial is not None,
        shortfalls(at_best(asked), question.mondays),
        decisions.newest_no(connection, question.vaccine),
    )


def show_product(visit: Visit) -> Response:
    """The supply and the proposal of one product."""
    question = _question(visit)
    if question is None:
        return problem(visit, 404, said("The catalogue has no such product."))
    return _product(visit, question, question.assumed)


def _question(visit: Visit) -> Question | None:
    ground, vaccine = ground_of(visit), visit.params["vaccine"]
    mondays = _mondays(visit)
    brought_up(visit.hub, ground, MOST_BROUGHT_UP)
    with visit.hub.store.reading() as connection:
        needs = read_needs(connection, mondays, visit.today)
        if vaccine not in ground.catalogue and vaccine not in needs.by_product:
            return None
        return ask(
            connection, vaccine, mondays, needs, ground.catalogue, shipped(),
            people_left(connection, needs.places, visit.today),
            stocks(connection, vaccine, visit.today),
        )  # fmt: skip


def _product(
    visit: Visit,
    question: Question,
    assumed: Assumed,
    *,
    given: Allocation | None = None,
    wrong: Sequence[Said] = (),
    supply_wrong: Sequence[Said] = (),
) -> Response:
    """`given` is what somebody typed; without, the program's own proposal is shown."""
    asked = question.problem(assumed)
    shown = given or propose(asked)
    catalogue = ground_of(visit).catalogue
    places = [(question.stock(one.name), one.held) for one in asked.places]
    return visit.show(
        "allocation_product.html", 422 if wrong or supply_wrong else 200,
        question=question, assumed=assumed,
        notes=[stock_notes(stock, held, visit.today) for stock, held in places],
        typed=_typed(visit, given is not None, bool(wrong)), wrong=wrong,
        supply_wrong=supply_wrong, parameters=shipped(),
        vials=sorted({question.vial, *vials_of(catalogue, question.vaccine)}),
        may_decide=_may_decide(visit), product_name=product_name,
        early=early_firsts(asked, shown), owed=second_need_of(asked, shown),
        **_table(asked, shown, question.mondays),
    )  # fmt: skip


def _typed(visit: Visit, cells_too: bool, figures_too: bool) -> dict[str, str]:
    """What goes back into the boxes: not the cells where a proposal takes their place."""
    if cells_too or (figures_too and visit.form.get("do") != "propose"):
        return dict(visit.form)
    kept = ("w", "v", "b", "r", "k", "h") if figures_too else ("w", "v", "reason")
    return {name: text for name, text in visit.form.items() if name.startswith(kept)}


def _table(asked: Problem, shown: Allocation, mondays: Sequence[date]) -> dict[str, object]:
    """What every table of an allocation shows."""
    weeks = outcome(asked, shown)
    by_place = [
        at_place(asked, place, row) for place, row in zip(asked.places, shown.second, strict=True)
    ]
    came = sums(asked.supply)[-1] * asked.vial
    second, first = (
        asked.vial * sum(sum(row) for row in rows) for rows in (shown.second, shown.first)
    )
    return {
        "asked": asked, "shown": shown, "mondays": mondays, "week_number": week_number,
        "weeks": weeks, "by_place": by_place, "lacking": shortfalls(weeks, mondays),
        "lines": [sending(asked, one) for one in asked.places],
        "held": sum(week.held for week in weeks),
        "came": came, "second": second, "first": first, "left": came - second - first,
    }  # fmt: skip


def post_supply(visit: Visit) -> Response:
    """What comes in which week."""
    question = _question(visit)
    if question is None:
        return problem(visit, 404, said("The catalogue has no such product."))
    sizes = vials_of(ground_of(visit).catalogue, question.vaccine)
    asked = visit.form.get("vial", "")
    vial = int(asked) if asked in {str(size) for size in (*sizes, question.vial)} else question.vial
    vials, wrong = form.read_supply(visit.form, question.mondays, vial)
    if wrong:
        return _product(visit, question, question.assumed, supply_wrong=wrong)
    with visit.hub.store.writing() as connection:
        enter_supply(
            connection, question.vaccine, vial, vials, login=visit.login, now_s=visit.now_s
        )
        told = ", ".join(f"{day.isoformat()} {number * vial}" for day, number in vials.items())
        visit.note(connection, "supply-entered", question.vaccine, f"vials of {vial}: {told}"[:200])
    return visit.go(f"/allocation/product/{question.vaccine}?weeks={len(question.mondays)}")


def post_allocation(visit: Visit) -> Response:
    """Propose anew with other figures, or decide what is in the table."""
    question = _question(visit)
    if question is None:
        return problem(visit, 404, said("The catalogue has no such product."))
    assumed, wrong = form.read_assumed(visit.form, question)
    if not form.same_places(visit.form, question):
        changed = said("The places or weeks changed meanwhile: this is the proposal anew.")
        return _product(visit, question, question.assumed, wrong=[changed])
    if visit.form.get("do") == "propose":
        return _product(visit, question, assumed, wrong=wrong)
    asked = question.problem(assumed)
    given, wrong_cells = form.read_allocation(visit.form, asked, question.mondays)
    wrong += wrong_cells
    reason = " ".join(visit.form.get("reason", "").split())[:MOST_REASON]
    if visit.form.get("do") != "save":
        return _product(visit, question, assumed, given=given, wrong=wrong)
    if not reason:
        wrong.append(said("Say in a few words why it is decided so."))
    if wrong:
        return _product(visit, question, assumed, given=given, wrong=wrong)
    proposed = propose(asked)
    with visit.hub.store.writing() as connection:
        no = decisions.decide(
            connection, question.vaccine, question.mondays, asked, given, proposed,
            login=visit.login, reason=reason, now_s=visit.now_s,
        )  # fmt: skip
        how = "changed by hand" if given != proposed else "as proposed"
        visit.note(connection, "allocation-decided", f"allocation {no}", f"{how}: {reason}"[:200])
    return visit.go(f"/allocation/decisions/{no}")


def show_decision(visit: Visit) -> Response:
    """One decision, as it is printed."""
    decision, standing = _decision(visit)
    if decision is None:
        return problem(visit, 404, said("There is no allocation of this number."))
    table = _table(decision.problem, decision.given, decision.mondays)
    return visit.show(
        "allocation_decision.html", 200, decision=decision, stands=standing == decision.head.no,
        standing=standing, product_name=product_name, formats=FORMATS,
        owed=second_need_of(decision.problem, decision.given), **table,
    )  # fmt: skip


def _decision(visit: Visit) -> tuple[Decision | None, int | None]:
    """The decision and the number of the one that stands for its product."""
    no = number_of(visit.params["no"]) or 0
    with visit.hub.store.reading() as connection:
        found = decisions.read_decision(connection, no)
        if found is None:
            return None, None
        return found, decisions.newest_no(connection, found.head.vaccine)


def export_decision(visit: Visit) -> Response:
    """The same as a file; noted in the audit."""
    fmt, (decision, _) = visit.params["fmt"], _decision(visit)
    if decision is None or fmt not in FORMATS:
        return problem(visit, 404, said("There is no allocation of this number."))
    no = decision.head.no
    with visit.hub.store.writing() as connection:
        visit.note(connection, "allocation-exported", f"allocation {no}", fmt)
    return download(
        visit, f"allocation-{no}", fmt, lambda file: write_decision(decision, fmt, file)
    )


PAGES = (
    Page("GET", "/allocation", Permission.FIGURES, show_allocation),
    Page("GET", "/allocation/product/{vaccine}", Permission.FIGURES, show_product),
    Page(
        "POST",
        "/allocation/product/{vaccine}",
        Permission.ALLOCATION,
        post_allocation,
        most_bytes=MOST_TABLE_BYTES,
    ),
    Page("POST", "/allocation/product/{vaccine}/supply", Permission.ALLOCATION, post_supply),
    Page("GET", "/allocation/decisions/{no}", Permission.FIGURES, show_decision),
    Page("GET", "/allocation/decisions/{no}/allocation.{fmt}", Permission.FIGURES, export_decision),
)

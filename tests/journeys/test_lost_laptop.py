"""A laptop is stolen in the middle of its session; its workbook goes on, and comes back elsewhere.

Another laptop of the hub takes it over: it knows the people from the region's roster alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldapp.actions.workbook.take_back import carry_out, plan
from fieldapp.journal import doses, hub_link, memberships, stock
from fieldapp.journal.entries import all_entries
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import ClientLinked
from fieldapp.wire.membership import Membership, sign_membership
from tests.actions.operation import A, Operation, operation_on
from tests.actions.workbook.made_up import TODAY, Field, fill, lot_text
from tests.journal.hub import ENROLMENT, HUB_KEY
from tests.journal.laptop import NURSE, FakeClock, Laptop
from tests.journal.roster import filled

TODAYS_DAY = (TODAY - date(1970, 1, 1)).days
GIVEN = {"status": "Given", "lot": lot_text(A), "site": "Left arm"}
STRANGER = {**GIVEN, "name": "刘洋", "kind": "Resident ID card", "document": "110101198003072311"}


def is_member(journal: Journal) -> None:
    """The hub's word that the laptop is its own."""
    own = bytes(hub_link.signing_key(journal).verify_key)
    said = Membership(ENROLMENT.hub_id, ENROLMENT.device, own, 1627790000, 1627876400)
    memberships.store_membership(journal, sign_membership(said, HUB_KEY))


@pytest.fixture
def made(tmp_path: Path) -> Iterator[list[Operation]]:
    """Two laptops of one hub."""
    found = []
    for name in ("lost", "other"):
        laptop = Laptop(tmp_path / name, FakeClock(datetime(2021, 8, 1, 4, 0, tzinfo=UTC)))
        laptop.set_up()
        found.append(operation_on(laptop))
    yield found
    for one in found:
        one.laptop.close()


def test_its_doses_come_back_through_another_laptop_once(
    made: list[Operation], tmp_path: Path
) -> None:
    lost, other = made
    team = Field(lost, tmp_path)
    wang = team.knows("王建国", 40)
    filled.fill(lost.journal)
    is_member(lost.journal)
    team.begins()
    path = fill(team.exports(), {1: GIVEN, 2: STRANGER})

    person = filled.somebody("王建国", filled.dose(TODAYS_DAY - 40), ref=wang[:16])
    filled.fill(other.journal, person)
    practice = other.practice
    done = plan(practice, path)
    assert (done.doses, done.refusals) == (2, ())
    assert carry_out(practice, path, done, user=NURSE.login).doses == 2
    assert plan(practice, path).seen.already_here == 2

    linked = [entry.fact for entry in all_entries(other.journal.db)]
    assert any(isinstance(fact, ClientLinked) and fact.other == wang[:16] for fact in linked)
    given = [one.event for one in doses.all_records(other.journal)]
    assert [one.session for one in given] == ["Boat 3 · 71"] * 2
    assert not stock.balances(other.journal), "its vials were another laptop's"
    assert not verify(other.journal).problems


def test_whom_nobody_here_knows_is_refused_by_name_and_kept(
    made: list[Operation], tmp_path: Path
) -> None:
    lost, other = made
    team = Field(lost, tmp_path)
    team.knows("王建国", 40)
    filled.fill(lost.journal)
    is_member(lost.journal)
    team.begins()
    path = fill(team.exports(), {1: GIVEN, 2: STRANGER})
    filled.fill(other.journal)
    done = plan(other.practice, path)
    assert [(no.code, no.column) for no in done.refusals] == [("unknown_person", "name")]
    taken = carry_out(other.practice, path, done, user=NURSE.login)
    assert (taken.doses, taken.refused_file is not None) == (1, True)

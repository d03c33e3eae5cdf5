"""Promises of FHIR for programs: what is told is valid, each search finds what it names and all of
it, page after page; no document stands in an address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from fieldapp.hub.api.finding import Kind
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.changes.keeping import number_changes
from fieldapp.wire.facts import ClientLinked, DoseAmended
from tests.hub.api.program import Program, program_of, somebody
from tests.hub.messages.clinic import BIBP
from tests.hub.web.pages_process import PagesHub
from tests.reports.fhir.reader import accept, dangling


@pytest.fixture(scope="module")
def program(hub: PagesHub) -> Iterator[Program]:
    yield program_of(hub, Scope.PEOPLE)


def ids(resources: list[Any]) -> list[str]:
    return [one["id"] for one in resources]


def test_everything_that_is_told_is_valid(program: Program) -> None:
    told = [one for kind in Kind for one in program.resources(f"/fhir/{kind}")]
    for resource in told:
        accept(resource)
        assert resource["meta"]["lastUpdated"].endswith("Z")
    kinds = [one["resourceType"] for one in told]
    assert (kinds.count("Patient"), kinds.count("Immunization")) == (3, 4)
    assert not dangling(told)
    bundle = program.json("/fhir/Immunization", _count=2)
    accept(bundle)
    assert bundle["entry"][0]["fullUrl"].startswith(f"{program.url}/fhir/Immunization/")


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("query", [{}, {"_lastUpdated": "ge2021"}, {"date": "ge2021-05-01"}])
def test_pages_together_are_everything_once(
    program: Program, kind: Kind, query: dict[str, str]
) -> None:
    if "date" in query and kind is not Kind.IMMUNIZATION:
        return
    whole = ids(program.resources(f"/fhir/{kind}", **query))
    by_one = ids(program.resources(f"/fhir/{kind}", _count=1, **query))
    assert by_one == whole and len(set(whole)) == len(whole)


def test_each_resource_is_read_by_its_id(program: Program) -> None:
    for kind in (Kind.PATIENT, Kind.IMMUNIZATION, Kind.RECOMMENDATION):
        for resource in program.resources(f"/fhir/{kind}"):
            assert program.json(f"/fhir/{kind}/{resource['id']}") == resource
        answer = program.get(f"/fhir/{kind}/{'ab' * 32}")
        assert answer.status_code == 404
        accept(answer.json())


def test_somebodys_records_are_found_by_who_they_are(program: Program) -> None:
    for patient in program.resources("/fhir/Patient"):
        whose = f"Patient/{patient['id']}"
        doses = program.resources("/fhir/Immunization", patient=whose)
        assert {one["patient"]["reference"] for one in doses} == {whose}
        assert doses == program.resources("/fhir/Immunization", patient=patient["id"])
        due = program.resources("/fhir/ImmunizationRecommendation", patient=whose)
        assert all(one["patient"]["reference"] == whose for one in due)
    assert program.resources("/fhir/Immunization", patient="ab" * 32) == []


def test_somebody_is_found_by_a_document_that_no_address_holds(program: Program) -> None:
    asked = {"identifier": "urn:vax-document:passport|E99000002"}
    answer = program.ask("POST", "/fhir/Patient/_search", data=asked)
    bundle = answer.json()
    accept(bundle)
    (entry,) = bundle["entry"]
    assert entry["resource"]["name"] == [{"text": "测试2"}]
    assert "E99000002" not in str(bundle["link"])
    assert program.get("/fhir/Patient", **asked).status_code == 400
    nobody = {"identifier": "urn:somebody-else|1"}
    assert "entry" not in program.ask("POST", "/fhir/Patient/_search", data=nobody).json()


@pytest.mark.parametrize(
    ("date", "number"),
    [
        ("2021-05-01", 1), ("2021-05", 3), ("2021", 4), ("eq2021-06-01", 1), ("gt2021-05-08", 2),
        ("ge2021-05-08", 3), ("lt2021-05-08", 1), ("le2021-05-08", 2), ("2020", 0),
        ("ge2021-05-02&date=lt2021-05-09", 1), ("gt9999", 0), ("le0001", 0),
    ],
)  # fmt: skip
def test_doses_are_found_by_their_day(program: Program, date: str, number: int) -> None:
    found = program.json(f"/fhir/Immunization?date={date}")
    assert len(found.get("entry", [])) == number


def test_doses_are_found_by_how_their_lot_begins(program: Program) -> None:
    lot = program.resources("/fhir/Immunization")[0]["lotNumber"]
    for typed in (lot, lot[:2].lower(), f" {lot[0]} {lot[1:]}"):
        assert len(program.resources("/fhir/Immunization", **{"lot-number": typed})) == 4
    assert program.resources("/fhir/Immunization", **{"lot-number": "zz"}) == []


def test_a_dose_is_found_by_its_identifier(program: Program) -> None:
    (known, *_) = program.resources("/fhir/Immunization")
    identifier = known["identifier"][0]
    asked = f"{identifier['system']}|{identifier['value']}"
    assert program.resources("/fhir/Immunization", identifier=asked) == [known]
    assert program.resources("/fhir/Immunization", identifier="urn:fieldapp:event|no") == []


def test_a_cursor_of_another_search_is_refused(program: Program) -> None:
    bundle = program.json("/fhir/Patient", _count=1)
    following = next(one["url"] for one in bundle["link"] if one["relation"] == "next")
    cursor = following.rpartition("=")[2]
    answer = program.get("/fhir/Patient", _cursor=cursor, _lastUpdated="ge2021")
    assert answer.status_code == 400
    accept(answer.json())


def test_what_changed_is_found_by_when(hub: PagesHub, program: Program) -> None:
    hub.wait(300)
    world = hub.world
    laptop = world.laptop(b"epoch-77", name="Boat 77")
    one, two = somebody(laptop, "王小明", "E88000001"), somebody(laptop, "王晓明", "E88000002")
    dose = laptop.give(one, 10, vaccine=BIBP)
    laptop.add(ClientLinked(one, two, "same face"))
    laptop.add(DoseAmended(dose, "lot", "L1", "L2"))
    world.push_all(laptop)
    world.fold()
    number_changes(world.store, lambda: hub.now_s)
    since, until = "ge2021-06-29T20:54:00Z", "lt2021-06-30T04:54:00+08:00"
    patients = program.resources("/fhir/Patient", _lastUpdated=since)
    assert sorted(one["active"] for one in patients) == [False, True]
    assert len(program.resources("/fhir/Patient", _lastUpdated=until)) == 3
    assert len(program.resources("/fhir/Immunization", _lastUpdated=since)) == 1
    assert program.resources("/fhir/Immunization", _lastUpdated="gt2021-06-29") == []


def test_what_is_understood_is_said_to_everybody(hub: PagesHub) -> None:
    answer = requests.get(f"{hub.url}/fhir/metadata", timeout=30)
    accept(answer.json())
    searched = {one["type"] for one in answer.json()["rest"][0]["resource"]}
    assert searched == {kind.value for kind in Kind}

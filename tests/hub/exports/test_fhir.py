"""A thousand people leave the hub as FHIR: every resource is accepted, nobody is lost."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.hub.errors import HubMissing
from fieldapp.hub.exports.fhir import MANIFEST, Wish, export_fhir
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import ClientLinked, DoseVoided, ReactionReported
from tests.hub.by_law import listed
from tests.hub.conftest import World, new_world
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.reports.fhir.people import BIBP, GROUND
from tests.reports.fhir.reader import accept, dangling, references

PEOPLE, PAGE = 1000, 200
KINDS = ("Patient", "Immunization", "AdverseEvent", "ImmunizationRecommendation")


def hub_in(folder: Path) -> World:
    world = new_world(folder)
    use_vaccines(world.store, [vaccine.id for vaccine in GROUND.catalogue])
    return world


def export(world: World, out: Path, wish: Wish | None = None) -> dict[str, Any]:
    return export_fhir(world.store.folder, out, GROUND, wish, now_s=NOW_S)


def lines(folder: Path) -> list[dict[str, Any]]:
    files = [folder / f"{kind}.ndjson" for kind in KINDS]
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def push(world: World, laptop: FakeLaptop) -> None:
    world.push(laptop, *laptop.pages(*range(PAGE, laptop.seq, PAGE)))
    world.fold()


def many_people(laptop: FakeLaptop) -> None:
    chance = random.Random(71)
    for number in range(PEOPLE):
        papers = (Document("passport", f"E{number:08}"),) if chance.random() < 0.7 else ()
        born = date(1940, 1, 1).replace(year=1940 + number % 70) if chance.random() < 0.8 else None
        details = ClientDetails(f"测试{number} <O'Neil> & \t", papers, birth_date=born)
        someone = laptop.add(to_fact(details))
        first = laptop.give(someone, 1 + number % 28, vaccine=BIBP)
        if number % 3 == 0:
            laptop.give(someone, 1 + number % 28, vaccine=BIBP, month=6)
        if number % 40 == 1:
            laptop.add(ReactionReported(first, ["fever"], 480, serious=number % 80 == 1))
        if number % 50 == 0:
            laptop.add(DoseVoided(first, "wrong person"))


def test_a_thousand_people_are_accepted_without_an_error(tmp_path: Path) -> None:
    world = hub_in(tmp_path / "hub")
    laptop = world.laptop()
    many_people(laptop)
    push(world, laptop)
    told = export(world, tmp_path / "one")
    resources = lines(tmp_path / "one")
    for resource in resources:
        accept(resource)
    assert not dangling(resources)
    kinds = [one["resourceType"] for one in resources]
    print(f"fhir: {len(resources)} resources accepted, none refused: {dict(Counter(kinds))}")
    assert kinds.count("Patient") == PEOPLE
    assert kinds.count("AdverseEvent") == PEOPLE // 40
    doses = told["doses"]
    assert kinds.count("Immunization") == doses["exported"] == doses["recorded"] > PEOPLE
    assert (doses["unaccounted"], told["registrations"]["unaccounted"]) == (0, 0)
    assert doses["exported_as"]["voided"] == PEOPLE // 50
    export(world, tmp_path / "two")
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
    world.store.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = hub_in(tmp_path / "hub")
    yield made
    made.store.close()


def test_people_found_to_be_one_are_one_patient(world: World, tmp_path: Path) -> None:
    laptop = world.laptop()
    one, other = laptop.register("王小明"), laptop.register("王晓明")
    laptop.give(one, 1, vaccine=BIBP)
    laptop.give(other, 30, vaccine=BIBP)
    laptop.add(ClientLinked(one, other, "same face"))
    push(world, laptop)
    told = export(world, tmp_path / "out")
    assert told["registrations"]["exported_as"] == {"people": 1, "replaced_by_another": 1}
    resources = lines(tmp_path / "out")
    assert not dangling(resources)
    subjects = {one["patient"]["reference"] for one in resources if "patient" in one}
    assert len(subjects) == 1


def test_contested_doses_are_tagged_and_counted_apart(world: World, tmp_path: Path) -> None:
    laptop = world.laptop()
    someone = laptop.register("王小明")
    laptop.give(someone, 8, vaccine=BIBP)
    laptop.give(someone, 8, vaccine=BIBP)
    push(world, laptop)
    told = export(world, tmp_path / "out")
    assert told["doses"]["exported_as"] == {"counted": 0, "contested": 2, "voided": 0}
    doses = [one for one in lines(tmp_path / "out") if one["resourceType"] == "Immunization"]
    assert [one["meta"]["tag"][0]["code"] for one in doses] == ["possible-double"] * 2


def test_what_is_quarantined_or_erased_stays_here_and_is_named(
    world: World, tmp_path: Path
) -> None:
    laptop = world.laptop()
    someone, gone = laptop.register("王小明"), laptop.register("测试乙")
    laptop.give(someone, vaccine="never-heard-of")
    erased = laptop.give(someone, vaccine=BIBP)
    laptop.give(gone, vaccine=BIBP)
    listed(world.store, laptop, erased, gone)
    laptop.erase(erased)
    laptop.erase(gone)
    push(world, laptop)
    told = export(world, tmp_path / "out")
    left_out = told["doses"]["left_out"]
    assert (left_out["quarantined"], left_out["erased"]) == (1, 1)
    assert left_out["of_erased_or_quarantined_people"] == 1
    assert told["doses"]["exported"] == told["doses"]["unaccounted"] == 0
    assert told["registrations"]["left_out"]["erased"] == 1
    assert "测试乙" not in (tmp_path / "out" / "Patient.ndjson").read_text("utf-8")


def test_since_a_day(world: World, tmp_path: Path) -> None:
    laptop = world.laptop()
    early, late = laptop.register("王小明"), laptop.register("测试乙")
    laptop.give(early, 1, vaccine=BIBP)
    laptop.give(late, 20, vaccine=BIBP)
    push(world, laptop)
    told = export(world, tmp_path / "out", Wish(since=date(2021, 5, 8)))
    assert (told["doses"]["exported"], told["doses"]["left_out"]["before_since"]) == (1, 1)
    assert told["registrations"]["left_out"]["without_records_since"] == 1
    assert told["doses"]["unaccounted"] == told["registrations"]["unaccounted"] == 0


def test_bundles_are_transactions_of_whole_people(world: World, tmp_path: Path) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("王小明"), vaccine=BIBP)
    push(world, laptop)
    told = export(world, tmp_path / "out", Wish(bundles=True))
    (file,) = told["files"]
    bundle = json.loads((tmp_path / "out" / file["file"]).read_text("utf-8"))
    accept(bundle)
    assert bundle["type"] == "transaction"
    assert set(references(bundle)) <= {entry["fullUrl"] for entry in bundle["entry"]}
    written = json.loads((tmp_path / "out" / MANIFEST).read_text("utf-8"))
    assert written == told
    assert written["as_of"] == datetime.fromtimestamp(NOW_S, UTC).date().isoformat()


def test_without_a_hub_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(HubMissing):
        export_fhir(tmp_path / "none", tmp_path / "out", GROUND, now_s=NOW_S)
    assert not (tmp_path / "out").exists()

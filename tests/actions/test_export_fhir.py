"""What a laptop recorded goes out as FHIR: a bundle, or lines."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

from fieldapp.actions.export_fhir import export_fhir
from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.actions.report_reaction import report_reaction
from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked, DoseVoided
from tests.journal.laptop import NURSE, give, register
from tests.reports.fhir.reader import accept, dangling, references


def practice(journal: Journal) -> Practice:
    rules = load_programme("cn-nhc-2021-03-29")
    return Practice(journal, load_catalogue(), rules, (), journal.clock)


def test_a_bundle_holds_people_doses_reactions_and_what_is_due(
    journal: Journal, tmp_path: Path
) -> None:
    dose = give(journal, register(journal, "测试甲"))
    fainted = ReactionDetails(("syncope",), serious=False)
    report_reaction(journal, dose, fainted, clock=journal.clock, user=NURSE.login)
    file = tmp_path / "doses.json"
    assert export_fhir(practice(journal), file) == 1
    bundle = json.loads(file.read_text("utf-8"))
    accept(bundle)
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds == ["Patient", "Immunization", "AdverseEvent", "ImmunizationRecommendation"]
    assert set(references(bundle)) <= {entry["fullUrl"] for entry in bundle["entry"]}
    assert file.stat().st_mode & 0o077 == 0


def test_lines_where_the_name_says_so_with_linked_people_once(
    journal: Journal, tmp_path: Path
) -> None:
    one, other = register(journal, "测试甲"), register(journal, "测试乙")
    struck = give(journal, one)
    give(journal, other, occurred=datetime(2021, 5, 7, 9, 0))
    linked = ClientLinked(journal.ref(one), journal.ref(other), "same face")
    voided = DoseVoided(journal.ref(struck), "wrong person")
    journal.append([linked, voided], user=NURSE.login)
    file = tmp_path / "doses.ndjson"
    assert export_fhir(practice(journal), file) == 2
    told = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for resource in told:
        accept(resource)
    assert not dangling(told)
    assert [one.get("active") for one in told[:2]] == [True, False]
    doses = [one for one in told if one["resourceType"] == "Immunization"]
    assert sorted(one["status"] for one in doses) == ["completed", "entered-in-error"]
    assert {one["patient"]["reference"] for one in doses} == {f"Patient/{min(one, other).hex()}"}


def test_only_people_with_a_dose_since_a_day(journal: Journal, tmp_path: Path) -> None:
    give(journal, register(journal, "测试甲"))
    for since, doses in ((date(2021, 5, 8), 1), (date(2021, 5, 9), 0)):
        file = tmp_path / f"{since}.json"
        assert export_fhir(practice(journal), file, since) == doses
        assert ("entry" in json.loads(file.read_text("utf-8"))) == bool(doses)

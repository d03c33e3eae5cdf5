"""Bundles hang together by themselves, and sending one again asks for the same."""

from __future__ import annotations

import json
from dataclasses import replace

from fieldapp.reports.fhir.bundle import by_kind, collection, line, transaction
from fieldapp.reports.fhir.records import PersonTold
from fieldapp.reports.fhir.telling import KINDS, Told, tell
from tests.reports.fhir.people import GROUND, TODAY, client, dose, id_of, report
from tests.reports.fhir.reader import accept, references

WANG = PersonTold((client(1), client(2)), (dose(),), (report(),))


def told(somebody: PersonTold = WANG) -> Told:
    return tell(somebody, GROUND, TODAY)


def test_a_collection_holds_everything_by_kind_and_refers_to_nothing_else() -> None:
    bundle = collection([told()])
    accept(bundle)
    urls = {entry["fullUrl"] for entry in bundle["entry"]}
    assert set(references(bundle)) <= urls
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds == ["Patient", *KINDS]


def test_a_transaction_finds_each_by_its_identifier_and_gives_no_id() -> None:
    bundle = transaction([told()])
    accept(bundle)
    first, *_ = bundle["entry"]
    wanted = f"Patient?identifier=urn:fieldapp:event|{id_of(1).hex()}"
    assert first["request"] == {"method": "PUT", "url": wanted}
    assert "id" not in first["resource"]
    assert set(references(bundle)) <= {entry["fullUrl"] for entry in bundle["entry"]}
    asked = [entry["request"]["url"] for entry in bundle["entry"]]
    assert len(set(asked)) == len(asked)
    assert bundle == transaction([told()])


def test_a_report_is_found_by_id_for_r4_searches_it_by_no_identifier() -> None:
    urls = [entry["request"]["url"] for entry in transaction([told()])["entry"]]
    assert f"AdverseEvent/{report().reaction_id.hex()}" in urls


def test_a_withdrawn_report_is_deleted_at_the_receiver() -> None:
    gone = replace(WANG, reactions=(replace(report(), withdrawn="twice"),))
    bundle = transaction([told(gone)])
    accept(bundle)
    url = f"AdverseEvent/{report().reaction_id.hex()}"
    assert bundle["entry"][-1] == {"request": {"method": "DELETE", "url": url}}


def test_what_is_told_no_more_is_deleted_at_the_receiver() -> None:
    gone = [
        ("Patient", id_of(1)),
        ("AdverseEvent", id_of(2)),
        ("ImmunizationRecommendation", id_of(1)),
    ]
    bundle = transaction([told()], gone)
    accept(bundle)
    urls = [e["request"]["url"] for e in bundle["entry"] if e["request"]["method"] == "DELETE"]
    assert urls == [
        f"Patient?identifier=urn:fieldapp:event|{id_of(1).hex()}",
        f"AdverseEvent/{id_of(2).hex()}",
        f"ImmunizationRecommendation?identifier=urn:fieldapp:recommendation|{id_of(1).hex()}",
    ]


def test_nobody_makes_an_empty_bundle() -> None:
    for bundle in (collection([]), transaction([])):
        accept(bundle)
        assert "entry" not in bundle


def test_a_line_is_one_line_in_its_own_script() -> None:
    written = line(told().resources[0])
    assert "\n" not in written
    assert "王小明" in written
    assert json.loads(written) == told().resources[0]
    assert by_kind(list(reversed(told().resources)))[0]["resourceType"] == "Patient"

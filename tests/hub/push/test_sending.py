"""Promises of the push: the server has what the hub tells, each once, however often it is sent and
whenever either dies; what is refused is kept with its answer and holds up nobody."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fieldapp.hub.push import keeping, parcels, sending
from fieldapp.hub.push.errors import AlreadyPushing, ServerAway, ServerUnfit
from fieldapp.hub.push.keeping import Refused
from fieldapp.reports.fhir import telling
from fieldapp.wire.facts import ClientLinked, DoseAmended, DoseVoided
from tests.hub import by_law
from tests.hub.api.program import somebody
from tests.hub.erasure.people import erased
from tests.hub.messages.clinic import BIBP
from tests.hub.push.conftest import Pushing
from tests.hub.push.fhir_server import FhirServer, Json
from tests.reports.fhir.reader import accept


def dose_ids(pushing: Pushing) -> list[str]:
    return sorted(one["identifier"][0]["value"] for one in pushing.server.of("Immunization"))


def refusals(pushing: Pushing) -> list[Refused]:
    with pushing.world.store.reading() as connection:
        target = keeping.targets(connection)[0]
        return keeping.refusals(connection, target, 50)


def wrong_lot(resource: Json) -> str | None:
    return "this lot is unknown here" if resource.get("lotNumber") == "WRONG" else None


def test_everything_goes_once_and_again_changes_nothing(pushing: Pushing) -> None:
    outcome = pushing.push()
    server = pushing.server
    assert (outcome.people, outcome.refused) == (3, 0)
    assert len(server.of("Patient")) == 3 and len(server.of("Immunization")) == 4
    for resource in server.held.values():
        accept(resource)
    versions, bundles = dict(server.versions), server.bundles
    assert pushing.push().people == 0
    assert (server.versions, server.bundles) == (versions, bundles)


def test_only_who_changed_goes(pushing: Pushing) -> None:
    pushing.push()
    versions = dict(pushing.server.versions)
    somebody(pushing.laptop, "测试丁", "E5")
    pushing.send()
    outcome = pushing.push()
    assert (outcome.people, len(pushing.server.of("Patient"))) == (1, 4)
    assert {where: pushing.server.versions[where] for where in versions} == versions


def test_what_is_struck_through_or_corrected_goes_so(pushing: Pushing) -> None:
    someone = somebody(pushing.laptop, "测试丁", "E5")
    wrong = pushing.laptop.give(someone, 3, vaccine=BIBP)
    other = pushing.laptop.give(someone, 4, vaccine=BIBP, month=6)
    pushing.send()
    pushing.push()
    before = dose_ids(pushing)
    pushing.laptop.add(DoseVoided(wrong, "typed twice"))
    lot = next(iter(pushing.server.of("Immunization")))["lotNumber"]
    pushing.laptop.add(DoseAmended(other, "lot", lot, "L2"))
    pushing.send()
    pushing.push()
    assert dose_ids(pushing) == before
    by_id = {one["identifier"][0]["value"]: one for one in pushing.server.of("Immunization")}
    assert by_id[pushing.laptop.hash_at(wrong).hex()]["status"] == "entered-in-error"
    assert by_id[pushing.laptop.hash_at(other).hex()]["lotNumber"] == "L2"


def test_people_found_to_be_one_are_one_there(pushing: Pushing) -> None:
    one, two = somebody(pushing.laptop, "王小明", "E6"), somebody(pushing.laptop, "王晓明", "E7")
    pushing.laptop.give(one, 1, vaccine=BIBP)
    pushing.laptop.give(two, 30, vaccine=BIBP)
    pushing.send()
    pushing.push()
    assert sum(p["active"] for p in pushing.server.of("Patient")) == 5
    pushing.laptop.add(ClientLinked(one, two, "same face"))
    pushing.send()
    pushing.push()
    assert sum(p["active"] for p in pushing.server.of("Patient")) == 4
    named = {i["value"] for p in pushing.server.of("Patient") if p["active"]
             for i in p["identifier"]}  # fmt: skip
    assert {"E6", "E7"} <= named
    subjects = [d["patient"]["reference"] for d in pushing.server.of("Immunization")]
    assert max(subjects.count(who) for who in subjects) >= 2


def test_who_was_erased_is_taken_back(pushing: Pushing) -> None:
    gone = somebody(pushing.laptop, "测试丁", "E5")
    dose = pushing.laptop.give(gone, 3, vaccine=BIBP)
    pushing.send()
    pushing.push()
    assert len(pushing.server.of("Patient")) == 4
    by_law.erased(pushing.world.store, pushing.laptop, dose)
    by_law.erased(pushing.world.store, pushing.laptop, gone)
    pushing.send()
    assert pushing.push().deleted == 3
    assert len(pushing.server.of("Patient")) == 3
    assert "E5" not in json.dumps(list(pushing.server.held.values()))
    assert pushing.push().deleted == 0


def test_who_is_erased_at_the_hub_is_taken_back_with_all_that_a_server_said_of_them(
    pushing: Pushing,
) -> None:
    canary = pushing.laptop.hash_at(somebody(pushing.laptop, "Canary", "E5"))
    pushing.laptop.give(pushing.laptop.seq, 3, vaccine=BIBP)
    pushing.send()
    pushing.server.refuse = lambda one: "Canary" if "lotNumber" in one else None
    pushing.push()
    assert len(pushing.server.of("Patient")) == 4
    assert any("Canary" in one.answer for one in refusals(pushing))
    erased(pushing.world, canary)
    assert all(one.client != canary for one in refusals(pushing))
    pushing.server.refuse = lambda _: None
    assert pushing.push().deleted >= 1
    assert "Canary" not in json.dumps(list(pushing.server.held.values()))


@pytest.mark.parametrize("names_the_entry", [True, False])
def test_what_is_refused_is_kept_and_holds_up_nobody(
    pushing: Pushing, names_the_entry: bool
) -> None:
    someone = somebody(pushing.laptop, "测试丁", "E5")
    bad = pushing.laptop.give(someone, 3, vaccine=BIBP)
    good = pushing.laptop.give(someone, 4, vaccine=BIBP, month=6)
    lot = "TEST-0001"
    pushing.laptop.add(DoseAmended(bad, "lot", lot, "WRONG"))
    pushing.send()
    pushing.server.refuse = wrong_lot
    pushing.server.names_the_entry = names_the_entry
    outcome = pushing.push()
    assert (outcome.people, outcome.refused) == (4, 1)
    (kept,) = refusals(pushing)
    assert "this lot is unknown here" in kept.answer and kept.status == 422
    theirs = pushing.laptop.hash_at(good).hex() in dose_ids(pushing)
    assert theirs is names_the_entry
    assert kept.kind == ("Immunization" if names_the_entry else "Patient")
    assert pushing.push().refused == 0
    pushing.server.refuse = lambda _: None
    assert pushing.push(again=True).refused == 0
    assert refusals(pushing) == [] and len(dose_ids(pushing)) == 6


def test_whoever_the_program_stumbles_over_holds_up_nobody_and_is_tried_again(
    pushing: Pushing, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    whole = telling.tell

    def stumbling(told: Any, *more: Any) -> Any:
        if told.client.details.name == "测试丁":
            raise KeyError("测试丁")
        return whole(told, *more)

    client = somebody(pushing.laptop, "测试丁", "E5")
    pushing.send()
    monkeypatch.setattr(parcels, "tell", stumbling)
    assert pushing.push().refused == 1
    assert len(pushing.server.of("Patient")) == 3
    assert [one.client for one in refusals(pushing)] == [pushing.laptop.hash_at(client)]
    assert "KeyError" in caplog.text and "测试" not in caplog.text
    monkeypatch.undo()
    assert pushing.push(again=True).refused == 0
    assert (len(pushing.server.of("Patient")), refusals(pushing)) == (4, [])


def test_a_deletion_that_is_refused_is_no_deletion(
    pushing: Pushing, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = somebody(pushing.laptop, "测试丁", "E5")
    pushing.send()
    pushing.push()
    erased(pushing.world, pushing.laptop.hash_at(gone))
    real = FhirServer._delete

    def refusing(*_: Any) -> Any:
        return {"response": {"status": "405 Method Not Allowed"}}

    monkeypatch.setattr(FhirServer, "_delete", refusing)
    assert (pushing.push().deleted, len(pushing.server.of("Patient"))) == (0, 4)
    monkeypatch.setattr(FhirServer, "_delete", real)
    assert pushing.push(again=True).deleted >= 1
    assert len(pushing.server.of("Patient")) == 3


def test_a_correction_is_tried_again_by_itself(pushing: Pushing) -> None:
    someone = somebody(pushing.laptop, "测试丁", "E5")
    bad = pushing.laptop.give(someone, 3, vaccine=BIBP)
    pushing.laptop.add(DoseAmended(bad, "lot", "TEST-0001", "WRONG"))
    pushing.send()
    pushing.server.refuse = wrong_lot
    pushing.push()
    pushing.laptop.add(DoseAmended(bad, "lot", "WRONG", "RIGHT"))
    pushing.send()
    assert pushing.push().refused == 0
    assert refusals(pushing) == []


def test_a_bundle_that_is_too_large_goes_in_smaller_ones(pushing: Pushing) -> None:
    pushing.server.most_entries = 4
    assert pushing.push().refused == 0
    assert len(pushing.server.of("Patient")) == 3
    pushing.server.most_entries = 1
    someone = somebody(pushing.laptop, "测试丁", "E5")
    pushing.laptop.give(someone, 3, vaccine=BIBP)
    pushing.send()
    assert pushing.push().refused == 1
    assert refusals(pushing)[0].status == 413


def test_a_server_that_is_away_is_asked_again_from_there(pushing: Pushing) -> None:
    pushing.server.answers = [503]
    with pytest.raises(ServerAway) as away:
        pushing.push()
    assert away.value.wait_s == 7
    with pushing.world.store.reading() as connection:
        (target,) = keeping.targets(connection)
    assert (target.failures, target.pushed_to, target.went_s) == (1, 0, None)
    assert "503" in target.why
    pushing.push()
    with pushing.world.store.reading() as connection:
        (target,) = keeping.targets(connection)
        assert (target.failures, target.why) == (0, "") and keeping.waiting(connection, target) == 0


def test_a_server_that_refuses_everybody_is_left_alone(
    pushing: Pushing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MOST_REFUSED", 3)
    pushing.server.refuse = lambda _: "no"
    with pytest.raises(ServerUnfit):
        pushing.push()
    assert refusals(pushing) == []


@pytest.mark.parametrize("status", [401, 403, 404, 405, 301, 200])
def test_what_is_no_server_for_this_is_left_alone(pushing: Pushing, status: int) -> None:
    pushing.server.answers = [status]
    with pytest.raises(ServerUnfit):
        pushing.push()
    assert pushing.server.bundles == 1


def test_one_pushes_at_a_time(pushing: Pushing) -> None:
    with sending._alone(pushing.world.store), pytest.raises(AlreadyPushing):
        pushing.push()


def test_a_lost_answer_doubles_nothing(pushing: Pushing) -> None:
    """The server took it, and the hub was gone before it heard so."""

    def die(_bundles: int) -> None:
        pushing.server.after_commit = lambda _: None
        raise ConnectionAbortedError

    pushing.server.after_commit = die
    with pytest.raises(ServerAway):
        pushing.push()
    assert len(pushing.server.of("Immunization")) == 4
    versions = dict(pushing.server.versions)
    pushing.push()
    assert pushing.server.versions == versions

"""Promises of parcels: whole people as they stand now, and nothing that the server has already."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.hub.push import keeping
from fieldapp.hub.push.keeping import Settled, Target
from fieldapp.hub.push.parcels import Parcel, digest, parcels_of, which
from fieldapp.wire.facts import ClientLinked, DoseAmended
from tests.hub.api.program import somebody
from tests.hub.fake_laptop import NOW_S
from tests.hub.messages.clinic import BIBP
from tests.hub.push.conftest import Pushing
from tests.reports.fhir.people import GROUND


def target_of(pushing: Pushing) -> Target:
    with pushing.world.store.writing() as connection:
        return keeping.target_of(connection, "https://x.example")


def parcels(pushing: Pushing, *seqs: int) -> list[Parcel]:
    target, touched = target_of(pushing), [pushing.laptop.hash_at(seq) for seq in seqs]
    with pushing.world.store.reading() as connection:
        return parcels_of(connection, target, touched, GROUND, NOW_S)


def hold(pushing: Pushing, parcel: Parcel) -> None:
    """The server has it."""
    taken = {which(one): digest(one) for one in parcel.resources}
    settled = Settled(parcel.client, parcel.clients, taken, parcel.gone, {})
    target = target_of(pushing)
    with pushing.world.store.writing() as connection:
        keeping.settle(connection, target, [settled], NOW_S, None)


def test_a_parcel_is_one_person_with_all_registrations(pushing: Pushing) -> None:
    laptop = pushing.laptop
    one, two = somebody(laptop, "王小明", "E6"), somebody(laptop, "王晓明", "E7")
    laptop.give(two, 1, vaccine=BIBP)
    laptop.add(ClientLinked(one, two, "same face"))
    pushing.send()
    (parcel,) = parcels(pushing, one)
    assert parcel.clients == {laptop.hash_at(one), laptop.hash_at(two)}
    assert parcel.client == min(parcel.clients)
    kinds = [one["resourceType"] for one in parcel.resources]
    assert (kinds.count("Patient"), kinds.count("Immunization")) == (2, 1)


def test_what_the_server_has_already_is_no_news(pushing: Pushing) -> None:
    someone = somebody(pushing.laptop, "测试丁", "E5")
    pushing.laptop.give(someone, 1, vaccine=BIBP)
    pushing.send()
    (parcel,) = parcels(pushing, someone)
    assert parcel.is_news
    hold(pushing, parcel)
    (again,) = parcels(pushing, someone)
    assert not again.is_news and again.resources == parcel.resources


def test_a_dose_that_became_anothers_is_not_taken_back(pushing: Pushing) -> None:
    laptop = pushing.laptop
    one, two = somebody(laptop, "测试丁", "E5"), somebody(laptop, "测试戊", "E6")
    dose = laptop.give(one, 1, vaccine=BIBP)
    pushing.send()
    for parcel in parcels(pushing, one, two):
        hold(pushing, parcel)
    laptop.add(DoseAmended(dose, "client", laptop.hash_at(one)[:16], laptop.hash_at(two)[:16]))
    pushing.send()
    found = parcels(pushing, one, two)
    gone = {kind for parcel in found for kind, _ in parcel.gone}
    assert "Immunization" not in gone
    assert sum(which(r)[1] == laptop.hash_at(dose) for p in found for r in p.resources) == 1


def test_without_a_dose_go_the_reports_about_it(pushing: Pushing) -> None:
    someone = somebody(pushing.laptop, "测试丁", "E5")
    dose = pushing.laptop.give(someone, 1, vaccine=BIBP)
    pushing.send()
    (parcel,) = parcels(pushing, someone)
    id_ = pushing.laptop.hash_at(dose)
    about = {"instance": {"reference": f"Immunization/{id_.hex()}"}}
    report = {"resourceType": "AdverseEvent", "id": "ab" * 32, "suspectEntity": [about]}
    both = replace(parcel, resources=(*parcel.resources, report))
    rest = both.without({("Immunization", id_)})
    assert not {"Immunization", "AdverseEvent"} & {one["resourceType"] for one in rest.resources}
    assert "Patient" in {one["resourceType"] for one in rest.resources}

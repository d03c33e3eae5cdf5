"""People as the job reads them: in batches, by their newest words."""

from __future__ import annotations

import pytest

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.messages import people
from fieldapp.hub.messages.people import batches, read_people
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import ClientLinked
from tests.hub.messages.clinic import BIBP, Clinic


def test_everybody_comes_once_however_small_the_batches(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "BATCH", 2)
    for number in range(5):
        clinic.vaccinate(f"Test {number}", f"+861391234567{number}")
    clinic.world.push_all(clinic.laptop)
    with clinic.world.store.reading() as connection:
        listed = list(batches(connection))
        assert [len(batch) for batch in listed] == [2, 2, 1]
        assert len({person for batch in listed for person in batch}) == 5


def test_who_has_no_telephone_is_read_only_if_asked_for(clinic: Clinic) -> None:
    clinic.vaccinate("Test A", None)
    clinic.world.push_all(clinic.laptop)
    with clinic.world.store.reading() as connection:
        assert list(batches(connection)) == []
        assert [len(batch) for batch in batches(connection, with_phone=False)] == [1]


def test_the_newest_registration_says_phone_and_language(clinic: Clinic) -> None:
    one = clinic.vaccinate("王小明", "+8613912345678", language="zh")
    later = ClientDetails("Wang Xiaoming", phone="+8613900000001", language="en")
    clinic.laptop.add(ClientLinked(one, clinic.laptop.add(to_fact(later)), "test"))
    clinic.world.push_all(clinic.laptop)
    with clinic.world.store.reading() as connection:
        (person,) = read_people(connection, next(batches(connection)))
    assert (person.phone, person.language) == ("+8613900000001", "en")
    assert len(person.registrations) == 2
    assert [(dose.vaccine, dose.offset_min) for dose in person.doses] == [(BIBP, 480)]

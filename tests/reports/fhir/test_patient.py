"""A person is one active Patient; their other registrations point to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails
from fieldapp.reports.fhir.patient import patients
from fieldapp.reports.fhir.records import PersonTold
from tests.reports.fhir.people import WANG, client, id_of, person
from tests.reports.fhir.reader import accept, dangling


def test_a_person_with_everything_that_is_known() -> None:
    (patient,) = patients(person())
    accept(patient)
    assert patient["id"] == id_of(1).hex()
    own, passport = patient["identifier"]
    assert own == {"system": "urn:fieldapp:event", "value": id_of(1).hex()}
    assert (passport["system"], passport["value"]) == ("urn:vax-document:passport", "E12345678")
    assert passport["type"]["coding"][0]["code"] == "PPN"
    assert patient["name"] == [{"text": "王小明"}]
    assert (patient["gender"], patient["birthDate"]) == ("male", "1980-05-17")


def test_a_birth_year_alone_stays_a_year() -> None:
    year = replace(WANG, birth_date=date(1980, 1, 1), birth_known_to=Precision.YEAR)
    (patient,) = patients(PersonTold((client(1, year),)))
    accept(patient)
    assert patient["birthDate"] == "1980"


def test_somebody_of_whom_only_a_name_is_known() -> None:
    (patient,) = patients(PersonTold((client(1, ClientDetails("王")),)))
    accept(patient)
    assert not {"gender", "birthDate", "telecom", "address", "meta"} & set(patient)


def test_another_registration_is_replaced_and_both_say_so() -> None:
    told = patients(PersonTold((client(2, name="王晓明"), client(1)), contest="identity"))
    for one in told:
        accept(one)
    first, other = told
    assert (first["active"], other["active"]) == (True, False)
    assert first["link"] == [
        {"other": {"reference": f"Patient/{id_of(2).hex()}"}, "type": "replaces"}
    ]
    assert other["link"][0]["type"] == "replaced-by"
    assert [len(one["identifier"]) for one in told] == [2, 1]
    assert first["meta"]["tag"][0]["code"] == "identity"
    assert not dangling(told)

"""Several registrations of one person are told as one."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.reports.fhir.records import PersonTold, merged
from tests.reports.fhir.people import client


def test_the_smallest_id_names_the_person() -> None:
    told = PersonTold((client(7), client(3)))
    assert told.client.client_id == client(3).client_id
    assert [one.client_id for one in told.in_order] == [client(n).client_id for n in (3, 7)]


def test_what_the_first_lacks_comes_from_the_others() -> None:
    passport, permit = Document("passport", "E1"), Document("taiwan-permit", "2")
    first = ClientDetails("Wang", (passport,))
    other = ClientDetails(
        "王", (permit, passport), date(1980, 1, 1), phone="1", birth_known_to=Precision.YEAR
    )
    one = merged([first, other])
    assert (one.name, one.phone, one.born) == ("Wang", "1", "1980")
    assert one.documents == (passport, permit)

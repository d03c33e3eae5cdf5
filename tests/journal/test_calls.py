from __future__ import annotations

from datetime import date

from fieldapp.domain.call import Wishes
from fieldapp.journal import calls
from fieldapp.journal.clients import linked
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import CallMade, CallWithdrawn, ClientLinked, ContactWished
from tests.journal.laptop import NURSE, VACCINE, give, register


def call(journal: Journal, client: bytes, outcome: str = "no-answer", **more: object) -> bytes:
    fact = CallMade(journal.ref(client), VACCINE, 2, outcome, **more)  # type: ignore[arg-type]  # fields of CallMade
    (made,) = journal.append([fact], user=NURSE.login)
    return made.event_id


def test_a_call_is_read_as_it_was_noted(journal: Journal) -> None:
    client, day = register(journal), date(2021, 6, 1)
    made = call(journal, client, "will-come", day=to_day(day), note="after work", phone="+86138")
    found = calls.get(journal, made)
    assert found is not None
    assert (found.client_id, found.outcome, found.day) == (client, "will-come", day)
    assert (found.note, found.phone, found.made_by) == ("after work", "+86138", NURSE.login)
    assert calls.get(journal, client) is None


def test_calls_of_linked_registrations_are_one_persons(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    first, second = call(journal, one), call(journal, other)
    assert [c.call_id for c in calls.of_client(journal, one)] == [first]
    link = ClientLinked(journal.ref(one), journal.ref(other), "same face")
    journal.append([link], user=NURSE.login)
    assert len(linked(journal, one)) == 2
    assert [c.call_id for c in calls.of_client(journal, one)] == [first, second]
    ((_, together),) = calls.by_person(journal).items()
    assert [c.call_id for c in together] == [c.call_id for c in calls.all_calls(journal)]


def test_a_struck_call_says_why(journal: Journal) -> None:
    made = call(journal, register(journal))
    journal.append([CallWithdrawn(journal.ref(made), "wrong-person")], user=NURSE.login)
    (found,) = calls.all_calls(journal)
    assert found.withdrawn == "wrong-person"


def test_the_dose_that_a_call_told_of_is_found_until_it_is_struck(journal: Journal) -> None:
    client = register(journal)
    dose = give(journal, client)
    assert calls.told_dose(journal, call(journal, client)) is None
    made = call(journal, client, "elsewhere", told=journal.ref(dose))
    assert calls.told_dose(journal, made) == dose


def test_the_newest_wish_of_any_registration_counts(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    assert calls.wishes_of(journal, one) == Wishes()
    for client, both in ((one, False), (other, True)):
        fact = ContactWished(journal.ref(client), calls=both, messages=both)
        journal.append([fact], user=NURSE.login)
    assert calls.wishes_of(journal, one) == Wishes(calls=False, messages=False)
    link = ClientLinked(journal.ref(one), journal.ref(other), "same face")
    journal.append([link], user=NURSE.login)
    assert calls.wishes_of(journal, one) == Wishes()
    assert list(calls.wishes_by_person(journal).values()) == [Wishes()]

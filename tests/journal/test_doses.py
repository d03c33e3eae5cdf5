from __future__ import annotations

from datetime import UTC, date, datetime

from fieldapp.domain.immunization import BodySite, DoseSource, ImmunizationStatus
from fieldapp.journal import doses
from fieldapp.journal.doses import DoseState
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked, ClientUnlinked, DoseNotGiven, DoseVoided
from tests.journal.laptop import LOT, NURSE, VACCINE, give, register


def test_a_dose_is_shown_as_recorded(journal: Journal) -> None:
    client_id = register(journal)
    dose_id = give(journal, client_id)
    dose = doses.get(journal, dose_id)
    assert dose is not None
    assert (dose.event_id, dose.client_id) == (dose_id, client_id)
    assert dose.status is ImmunizationStatus.COMPLETED
    assert (dose.lot.vaccine_id, dose.lot.lot_number) == (VACCINE, LOT)
    assert dose.occurred_at.isoformat() == "2021-05-08T09:00:00+08:00"
    assert dose.recorded_at == datetime(2021, 5, 8, 1, 0, tzinfo=UTC)
    assert (dose.recorded_by, dose.vaccinator) == (NURSE.login, NURSE.login)
    assert (dose.site, dose.source) == (BodySite.LEFT_DELTOID, DoseSource.GIVEN_HERE)
    assert doses.get(journal, client_id) is None


def test_history_holds_what_was_not_given_and_what_was_an_error(journal: Journal) -> None:
    client_id = register(journal)
    wrong = give(journal, client_id)
    journal.append([DoseVoided(journal.ref(wrong), "wrong-person")], user=NURSE.login)
    refusal = DoseNotGiven(journal.ref(client_id), None, "fever", 27_009_000, 480, 0)
    journal.append([refusal], user=NURSE.login)
    history = doses.of_client(journal, client_id)
    assert [(event.status, event.reason) for event in history] == [
        (ImmunizationStatus.ENTERED_IN_ERROR, "wrong-person"),
        (ImmunizationStatus.NOT_DONE, "fever"),
    ]


def test_history_is_by_day_and_within_a_day_as_written(journal: Journal) -> None:
    client_id = register(journal)
    late = give(journal, client_id, occurred=datetime(2021, 5, 8, 17, 0))
    same_day = give(journal, client_id, occurred=datetime(2021, 5, 8, 8, 0))
    earlier = give(journal, client_id, occurred=datetime(2021, 4, 1, 8, 0))
    history = [event.event_id for event in doses.of_client(journal, client_id)]
    assert history == [earlier, late, same_day]


def test_linked_people_have_one_history_until_unlinked(journal: Journal) -> None:
    one, other, stranger = (register(journal) for _ in range(3))
    for client_id in (one, other, stranger):
        give(journal, client_id)
    ends = journal.ref(one), journal.ref(other)
    journal.append([ClientLinked(*ends, "same face")], user=NURSE.login)
    assert len(doses.of_client(journal, one)) == len(doses.of_client(journal, other)) == 2
    journal.append([ClientUnlinked(*ends, "twins")], user=NURSE.login)
    assert len(doses.of_client(journal, one)) == len(doses.of_client(journal, other)) == 1


def test_a_day_shows_its_own_records_newest_first(journal: Journal) -> None:
    client_id = register(journal, "测试乙")
    first = give(journal, client_id, occurred=datetime(2021, 5, 8, 0, 0))
    last = give(journal, client_id, occurred=datetime(2021, 5, 8, 23, 59))
    give(journal, client_id, occurred=datetime(2021, 5, 9, 0, 0))
    day = doses.on_day(journal, date(2021, 5, 8))
    assert [record.event.event_id for record in day] == [last, first]
    assert {record.client.details.name for record in day} == {"测试乙"}
    assert {record.state for record in day} == {DoseState.WAITING}


def test_every_record_is_listed_in_the_order_of_recording(journal: Journal) -> None:
    client_id = register(journal)
    late = give(journal, client_id, row=bytes(15) + b"1")
    early = give(journal, client_id, occurred=datetime(2021, 4, 1, 8, 0))
    records = list(doses.all_records(journal))
    assert [(record.event.event_id, record.row) for record in records] == [
        (late, bytes(15) + b"1"),
        (early, None),
    ]
    since = list(doses.all_records(journal, since=date(2021, 5, 1)))
    assert [record.event.event_id for record in since] == [late]


def test_rows_imported_once_are_known(journal: Journal) -> None:
    client_id = register(journal)
    give(journal, client_id, row=bytes(16))
    give(journal, client_id)
    refusal = DoseNotGiven(journal.ref(client_id), None, "fever", 1, 480, 1, row=b"r" * 16)
    journal.append([refusal], user=NURSE.login)
    assert doses.imported_rows(journal) == {bytes(16), b"r" * 16}

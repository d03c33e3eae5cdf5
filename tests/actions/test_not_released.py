"""Before a session is closed it is known whom nobody has released."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.end_watch import WELL, end_watch
from fieldapp.actions.not_released import not_released
from fieldapp.actions.open_session import open_session
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE, dose_of, register


def test_each_person_is_named_once_with_the_doses_of_the_visit(journal: Journal) -> None:
    open_session(journal, label="s-1", place="Pier", operation=1, programme="p", user="n")
    one, other = register(journal, "测试甲"), register(journal, "测试乙")
    facts = [replace(dose_of(journal, client), session="s-1") for client in (one, one, other)]
    doses = [recorded.event_id for recorded in journal.append(facts, user=NURSE.login)]
    first, second = not_released(journal, "s-1")
    assert (first.name, first.dose_ids) == ("测试甲", tuple(doses[:2]))
    end_watch(journal, first.dose_ids, WELL, user=NURSE.login)
    assert not_released(journal, "s-1") == [second]
    assert not_released(journal, "s-2") == []

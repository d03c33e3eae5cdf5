"""Two registrations side by side: what differs stands out, what is unknown does not."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.person_records import PersonRecords
from fieldapp.ui.records import present_pair
from tools.screens.people import chen, practice, wang
from tools.screens.records import twin

CATALOGUE = practice().catalogue
ONE = PersonRecords(wang(), (), (), (), ())


def test_what_differs_is_marked_and_what_is_missing_is_not() -> None:
    other = replace(ONE, client=twin())
    state = present_pair.pair(CATALOGUE, ONE, other, direct=False)
    differs = {row.words: row.differs for row in state.rows}
    assert differs["Name"]
    assert not differs["Phone"], "one of them is unknown"
    assert not differs["Birth date"]
    assert not state.linked and state.may_unlink


def test_a_link_by_way_of_a_third_is_taken_back_there() -> None:
    linked = replace(ONE, others=((chen(), None),))
    state = present_pair.pair(CATALOGUE, linked, replace(ONE, client=chen()), direct=False)
    assert state.linked and not state.may_unlink
    assert "third" in state.lead
    direct = present_pair.pair(CATALOGUE, linked, replace(ONE, client=chen()), direct=True)
    assert direct.may_unlink

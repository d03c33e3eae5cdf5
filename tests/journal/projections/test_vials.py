from __future__ import annotations

from fieldapp.journal import vials
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.vials import draw
from tests.journal.laptop import open_vial


def test_more_than_a_vial_holds_can_be_drawn_and_is_shown(journal: Journal) -> None:
    open_vial(journal, doses=1)
    no = journal.db.number("SELECT no FROM vial")
    draw(journal.db, no, 2)
    assert vials.in_use(journal)[0].doses_left == -1
    draw(journal.db, None, 2)
    draw(journal.db, no, -1)
    assert vials.in_use(journal)[0].doses_left == 0

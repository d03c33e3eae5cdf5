from __future__ import annotations

from fieldapp.journal import links
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked, ClientUnlinked
from tests.journal.laptop import NURSE, register


def test_a_decision_is_read_from_either_side_and_the_newest_stands(journal: Journal) -> None:
    one, other = register(journal), register(journal)
    refs = (journal.ref(one), journal.ref(other))
    assert links.evidence_of(journal, one, other) is None
    journal.append([ClientLinked(*refs, "same face")], user=NURSE.login)
    assert links.evidence_of(journal, other, one) == "same face"
    journal.append([ClientUnlinked(*refs, "twins")], user=NURSE.login)
    assert links.evidence_of(journal, one, other) is None
    assert links.told_apart(journal, other, one) == "twins"
    journal.append([ClientLinked(*refs, "same face")], user=NURSE.login)
    assert links.told_apart(journal, one, other) is None

"""Every code that the desk may meet has words."""

from __future__ import annotations

from fieldapp.actions.find_duplicates import Likeness
from fieldapp.domain.immunization import Evidence
from fieldapp.domain.scan import DOUBTFUL_LOT
from fieldapp.domain.vial_advice import VialDoubt
from fieldapp.ui.desk.words import (
    doubt_words,
    evidence_words,
    likeness_words,
    lot_doubt_words,
)


def test_every_code_has_words_of_its_own() -> None:
    said = [evidence_words(code.value) for code in Evidence]
    said += [likeness_words(code.value) for code in Likeness]
    said += [doubt_words(doubt) for doubt in VialDoubt]
    assert len(set(said)) == len(said)
    assert not {code.value for code in (*Evidence, *Likeness)} & set(said)


def test_every_doubt_about_a_lot_has_its_words() -> None:
    for doubt in DOUBTFUL_LOT:
        assert "lot" in lot_doubt_words(doubt)

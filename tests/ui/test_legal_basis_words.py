"""A legal basis is told in the language of the screen; one that is not known here by its code."""

from __future__ import annotations

from fieldapp.ui.language import CHINESE, speaking
from fieldapp.ui.legal_basis_words import basis_words


def test_every_language_has_words_and_a_newer_code_is_shown_as_it_is() -> None:
    assert basis_words("request") == "The person asks for it"
    assert basis_words("of-a-newer-hub") == "of-a-newer-hub"
    with speaking(CHINESE):
        assert basis_words("request") == "本人要求删除"

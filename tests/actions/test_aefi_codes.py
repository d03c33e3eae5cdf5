"""The codes of this release load, and a broken file is an error in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions import aefi_codes
from fieldapp.actions.aefi_codes import load_aefi_codes
from fieldapp.domain.adverse_event import CodesInvalid


def test_the_first_nine_reactions_have_a_key_each_and_another_is_among_them() -> None:
    assert "other" in [code.id for code in load_aefi_codes().reactions[:9]]


@pytest.mark.parametrize("content", ["", "[]", "{}"])
def test_a_broken_file_is_said_in_words(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "codes.json"
    broken.write_text(content)
    monkeypatch.setattr(aefi_codes, "resource_path", lambda *_: broken)
    with pytest.raises(CodesInvalid):
        load_aefi_codes()

"""Everything the doctor looks at has a name in every language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.ui import language
from fieldapp.ui.doctor.words import CHECKS, check_words
from tests.actions.doctor.test_finding import all_kinds


def test_each_check_is_named() -> None:
    assert {kind.check for kind in all_kinds()} <= CHECKS.keys()


@pytest.mark.parametrize("check", CHECKS)
def test_each_name_is_translated(qapp: QApplication, check: str) -> None:
    assert check_words(check) == CHECKS[check]
    language.install(qapp, language.CHINESE)
    assert check_words(check) != CHECKS[check]

from __future__ import annotations

import sys

from tools.stop import call


def test_a_chore_ends_with_the_exit_code_of_its_program() -> None:
    assert call([sys.executable, "-c", "raise SystemExit(7)"]) == 7
    assert call([sys.executable, "-c", "pass"]) == 0

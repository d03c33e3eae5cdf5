from __future__ import annotations

from pathlib import Path

import pytest

from tools.environment import Environment
from tools.packaging_needs import ensure_packaging_needs
from tools.stop import Stop


def test_a_python_without_shared_library_is_told_what_to_do(tmp_path: Path) -> None:
    environment = Environment(tmp_path)
    python = Path(environment.python)
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nprintf '0\\nNone\\n/usr/lib\\n3.11\\n'\n")
    python.chmod(0o755)
    with pytest.raises(Stop, match="PYTHON=/usr/bin/python3"):
        ensure_packaging_needs(environment)

"""`fieldapp export doses --format fhir`, as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.reports.fhir.reader import accept

from .conftest import Run


def test_doses_are_exported_as_fhir_and_nothing_else_is(
    run: Run, home: Path, tmp_path: Path
) -> None:
    out = tmp_path / "doses.json"
    said = run("--home", home, "export", "doses", "--format", "fhir", "--out", out)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("0 rows written to ")
    accept(json.loads(out.read_text("utf-8")))
    wrong = run("--home", home, "export", "stock", "--format", "fhir", "--out", out)
    assert wrong.code == 2
    assert "fieldapp export doses --format fhir" in wrong.err

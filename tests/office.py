"""LibreOffice without a window, as it opens, recalculates and saves what people hand in."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    SOFFICE is None and "CI" not in os.environ,
    reason="LibreOffice is missing: `apt-get install libreoffice-calc-nogui` opens the workbooks",
)


def saved_by_office(path: Path, to: str = "xlsx") -> Path:
    """The file as LibreOffice saves it: every formula calculated anew, in its own dialect."""
    assert SOFFICE is not None, "install libreoffice-calc-nogui"
    out = path.parent / f"by-office-{to.partition(':')[0]}"
    profile = path.parent / "office-profile"
    words = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run(
        [*words, "--convert-to", to, "--outdir", str(out), str(path)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    (saved,) = out.glob(f"{path.stem}*")
    return saved

"""A laptop that joined a hub, a list, a stick, a card: made once, copied for each fault."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.demo.hub_process import running_hub
from fieldapp.hub.status import status as hub_status
from fieldapp.hub.verify import verify as hub_verify
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.entries import all_entries
from fieldapp.journal.home import create_home
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import DoseRecorded
from tests.cli.conftest import PIN, USERS
from tests.journal.laptop import TEAM, WEAK
from tests.sweep.scripts import opened

_DATA = Path(__file__).parents[1] / "data"
HELD = 12  # doses recorded before anything goes wrong
LISTED = 12  # doses of the list


@dataclass(frozen=True, slots=True)
class Scene:
    """Folders and files of one try."""

    folder: Path

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def hub(self) -> Path:
        return self.folder / "hub"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    @property
    def card(self) -> Path:
        return self.folder / "card"

    @property
    def listed(self) -> Path:
        return self.folder / "list.csv"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "FIELDAPP_PIN_FILE": str(self.folder / "pin"),
            "FIELDAPP_HOME": str(self.home),
            "FIELDAPP_HUB_DATA": str(self.hub),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }

    def words(self, *words: object) -> list[str]:
        """A command as it is typed."""
        return [sys.executable, "-m", "fieldapp", *map(str, words)]

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        """Type it, with nothing failing."""
        return subprocess.run(
            self.words(*words),
            capture_output=True,
            text=True,
            env=self.environment,
            check=False,
            timeout=120,
        )

    def must(self, *words: object) -> str:
        """Type it; it works. Returns what it printed."""
        done = self.run(*words)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def doses(self, home: Path | None = None) -> list[str]:
        """The ids of every dose of a laptop, whose journal proves itself whole."""
        journal: Journal = opened(home or self.home)
        try:
            found = verify(journal)
            assert found.ok, found.problems
            entries = all_entries(journal.db)
            return [e.id.hex() for e in entries if isinstance(e.fact, DoseRecorded)]
        finally:
            journal.close()

    def hub_doses(self) -> int:
        """How many doses the hub counts, having proved itself whole."""
        findings = hub_verify(self.hub)
        assert findings.ok, findings.as_json()
        found: int = hub_status(self.hub)["confirmed"]
        return found

    def copy(self, folder: Path) -> Scene:
        """The same scene elsewhere."""
        shutil.copytree(self.folder, folder)
        return Scene(folder)


def make_scene(folder: Path) -> Scene:
    """Set it all up with real commands."""
    scene = Scene(folder)
    for made in (scene.stick, scene.card):
        made.mkdir(parents=True)
    (folder / "pin").write_text(f"{PIN}\n", "utf-8")
    create_home(scene.home, TEAM, USERS, NoSecrets(), SystemClock(), kdf=WEAK)
    lines = (_DATA / "backlog-1000.csv").read_text("utf-8").splitlines(keepends=True)
    with running_hub(scene.hub) as hub:
        team = ["Boat Test", "--kind", "boat", "--region", "370826"]
        code = scene.must("hub", "add-team", *team).strip()
        scene.must("enrol", "--hub", hub.url, "--code", code)
    scene.listed.write_text("".join(lines[: HELD + 1]), "utf-8")
    scene.must("import", scene.listed)
    scene.listed.write_text("".join([lines[0], *lines[HELD + 1 : HELD + LISTED + 1]]), "utf-8")
    return scene

"""A real hub in a process of its own, to be started, killed, put back, and counted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fieldapp.hub.enrolment import add_team
from fieldapp.hub.running import unix_time
from fieldapp.hub.status import status
from fieldapp.hub.verify import verify

READY = "fieldapp hub: listening on "


@dataclass
class RealHub:
    """`data` is its folder; port 0 takes a free port at the first start and keeps it."""

    data: Path
    port: int = 0
    tls: tuple[Path, Path] | None = None
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> str:
        """Start serving; returns the address once it is ready."""
        command = [sys.executable, "-m", "fieldapp", "hub", "serve", "--data", str(self.data)]
        command += ["--listen", f"127.0.0.1:{self.port}"]
        if self.tls is not None:
            command += ["--tls-cert", str(self.tls[0]), "--tls-key", str(self.tls[1])]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        assert line.startswith(READY), line
        self.port = int(line.rpartition(":")[2])
        return f"{'https' if self.tls else 'http'}://localhost:{self.port}"

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            with self.process as process:
                process.kill()
            self.process = None

    def code(self, region: str = "north") -> str:
        """An enrolment code for one more laptop."""
        return add_team(self.data, "Boat Test", "boat", region, now_s=unix_time())

    def command(self, *words: object) -> str:
        """What `fieldapp hub ...` of its folder prints, in a process of its own."""
        command = [sys.executable, "-m", "fieldapp", "hub", *map(str, words)]
        done = subprocess.run(
            [*command, "--data", str(self.data)],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def counts(self) -> dict[str, Any]:
        """What `fieldapp hub status --json` says."""
        return status(self.data)

    def problems(self) -> Any:
        """What `fieldapp hub verify` finds."""
        return verify(self.data)

    def save(self, to: Path) -> None:
        """A backup, made while it is down."""
        shutil.copytree(self.data, to)

    def put_back(self, saved: Path) -> None:
        """What an administrator does after a disk failure."""
        shutil.rmtree(self.data)
        shutil.copytree(saved, self.data)

"""Owns .venv: the virtual environment with the locked libraries and this project in it."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

from tools.stop import Stop
from tools.system_packages import Need, ensure

OLDEST_PYTHON = (3, 11)


class Environment:
    """The virtual environment of one checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.lock = root / "requirements" / "dev.txt"
        self.stamp = self.folder / "fieldapp-stamp"

    @property
    def python(self) -> str:
        return self.script("python")

    def script(self, name: str) -> str:
        """Return the path of a program inside the environment."""
        if sys.platform == "win32":
            return str(self.folder / "Scripts" / f"{name}.exe")
        return str(self.folder / "bin" / name)

    def fingerprint(self) -> str:
        """Return what the environment is made from; a change means it has to be brought up to date.

        The folder belongs to it: a moved checkout has an editable install pointing elsewhere.
        """
        digest = hashlib.sha256(str(self.root).encode())
        for source in (self.lock, self.root / "pyproject.toml"):
            digest.update(hashlib.sha256(source.read_bytes()).digest())
        return digest.hexdigest()

    def is_current(self) -> bool:
        made = self.stamp.read_text("utf-8") if self.stamp.exists() else ""
        return made == self.fingerprint() and Path(self.python).exists()

    def bring_up_to_date(self) -> None:
        """Make or update the environment; does nothing when it already is as locked.

        Safe to repeat after any failure: the stamp is written last.
        """
        if self.is_current():
            return
        if not Path(self.python).exists():
            self.create()
        print("Installing the locked libraries (the first time takes a minute or two)", flush=True)
        self.pip("install", "--require-hashes", "--requirement", str(self.lock))
        self.pip("install", "--no-deps", "--no-build-isolation", "--editable", str(self.root))
        self.stamp.write_text(self.fingerprint(), "utf-8")

    def create(self) -> None:
        """Make an empty virtual environment with the Python that runs this."""
        if sys.version_info < OLDEST_PYTHON:
            raise Stop(
                f"This is Python {sys.version.split()[0]}; fieldapp needs 3.11 or newer.\n"
                "Start it with a newer one, for example: make test PYTHON=python3.12"
            )
        ensure([Need("python3-venv", lambda: importlib.util.find_spec("ensurepip") is not None)])
        print(f"Making {self.folder.name} with Python {sys.version.split()[0]}", flush=True)
        self.must([sys.executable, "-m", "venv", "--clear", str(self.folder)])

    def pip(self, *arguments: str) -> None:
        quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
        if sys.platform != "win32":
            quiet.append("--root-user-action=ignore")
        self.must([self.python, "-m", "pip", *arguments, *quiet])

    def must(self, command: list[str]) -> None:
        """Run one step of the set-up; Stop when it fails."""
        if subprocess.run(command, check=False).returncode != 0:
            raise Stop(
                "The set-up could not be finished; the lines above say why.\n"
                "It needs the network the first time. Nothing is half done: type the same again."
            )

"""What is done while something fails, and what must be true afterwards whatever failed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import CompletedProcess

from fieldapp.cli.demo.hub_process import running_hub
from fieldapp.journal import hub_link
from tests.sweep.faults import Command
from tests.sweep.scene import Scene
from tests.sweep.scripts import opened

Done = CompletedProcess[str]


@contextmanager
def _as_it_is(_: Scene) -> Iterator[None]:
    yield


@dataclass(frozen=True, slots=True)
class Deed:
    """`words` and watched `files` of a scene; `check` raises AssertionError.

    `before` sets the stage, `while_` surrounds the command and its check. `memory`: want of it is
    tried too.
    """

    words: Callable[[Scene], list[str]]
    files: Callable[[Scene], list[Path]]
    check: Callable[[Scene, Done, frozenset[str]], None]
    before: Callable[[Scene], object] = lambda _: None
    while_: Callable[[Scene], AbstractContextManager[None]] = _as_it_is
    memory: bool = True

    def command(self, scene: Scene) -> Command:
        """What will be typed."""
        return Command(self.words(scene), self.files(scene), scene.environment)


def _journal(scene: Scene) -> list[Path]:
    names = ("journal.db", "journal.db-wal", "journal.db-journal", "anchor.json.new", "anchor.json")
    return [scene.home / name for name in names]


def _script(deed: str) -> Callable[[Scene], list[str]]:
    return lambda scene: [sys.executable, "-m", "tests.sweep.scripts", deed, str(scene.home)]


def _kept(scene: Scene, held: frozenset[str], home: Path | None = None) -> list[str]:
    """Everything held before is there still, and nothing twice."""
    found = scene.doses(home)
    assert held <= set(found), "a dose is lost"
    assert len(found) == len(set(found)), "a dose is doubled"
    return found


def _recorded(scene: Scene, done: Done, held: frozenset[str]) -> None:
    said = set(done.stdout.split())
    assert said <= set(_kept(scene, held)), "a dose was reported and is not there"


def _imported(scene: Scene, done: Done, held: frozenset[str]) -> None:
    first = _kept(scene, held)
    scene.must("import", scene.listed)
    second = _kept(scene, held)
    if done.returncode == 0:
        assert second == first, "the import said done and was not"
    scene.must("import", scene.listed)
    assert scene.doses() == second, "the same list added something again"


def _rebuilt(scene: Scene, _: Done, held: frozenset[str]) -> None:
    _kept(scene, held)


def _backed_up(scene: Scene, done: Done, held: frozenset[str]) -> None:
    _kept(scene, held)
    file = scene.stick / "laptop.backup"
    if done.returncode == 0 or file.exists():
        scene.must("--home", scene.folder / "second", "restore", file)
        _kept(scene, held, scene.folder / "second")


def _restored(scene: Scene, done: Done, held: frozenset[str]) -> None:
    home = scene.folder / "second"
    if done.returncode != 0 and not (home / "keyslots.json").exists():
        scene.must("--home", home, "restore", scene.stick / "laptop.backup")
    _kept(scene, held, home)


def _written(scene: Scene, done: Done, held: frozenset[str]) -> None:
    _kept(scene, held)
    for file in scene.stick.glob("*.vxb"):
        handed = scene.run("hub", "bundle", "read", file)
        assert done.returncode != 0 or handed.returncode == 0, handed.stderr
        file.unlink()
    _by_stick(scene, held)


def _by_stick(scene: Scene, held: frozenset[str]) -> None:
    """By this road or again by it, the hub counts everything and the laptop hears of it."""
    scene.must("bundle", "write", scene.stick)
    for file in scene.stick.glob("*.vxb"):
        scene.must("hub", "bundle", "read", file)
    assert scene.hub_doses() == len(held)
    for file in scene.stick.glob("*.vxr"):
        scene.must("bundle", "read", file)
    assert '"waiting": 0' in scene.must("status", "--json")


def _taken_in(scene: Scene, done: Done, held: frozenset[str]) -> None:
    if done.returncode == 0 and "not counted yet" not in done.stdout:
        assert scene.hub_doses() == len(held), "the hub said taken and had not"
    for file in scene.stick.glob("*.vxb"):
        scene.must("hub", "bundle", "read", file, "--out", scene.stick / "again.vxr")
    assert scene.hub_doses() == len(held)
    scene.must("bundle", "read", scene.stick / "again.vxr")
    assert '"waiting": 0' in scene.must("status", "--json")
    _kept(scene, held)


def _receipts_read(scene: Scene, _: Done, held: frozenset[str]) -> None:
    _kept(scene, held)
    for file in scene.stick.glob("*.vxr"):
        scene.must("bundle", "read", file)
    assert '"waiting": 0' in scene.must("status", "--json")


def _synced(scene: Scene, done: Done, held: frozenset[str]) -> None:
    if done.returncode == 0:
        assert scene.hub_doses() == len(held), "the sync said done and was not"
    scene.must("sync")
    assert scene.hub_doses() == len(held)
    assert '"waiting": 0' in scene.must("status", "--json")
    _kept(scene, held)


def _copied(scene: Scene, done: Done, held: frozenset[str]) -> None:
    assert done.returncode in (0, -9, 137), f"a faulty card stopped an import: {done.stderr}"
    scene.must("import", scene.listed)
    found = _kept(scene, held)
    scene.must("--home", scene.folder / "second", "restore", scene.card)
    assert set(_kept(scene, held, scene.folder / "second")) == set(found)


@contextmanager
def _with_hub(scene: Scene) -> Iterator[None]:
    with running_hub(scene.hub) as hub:
        journal = opened(scene.home)
        joined = hub_link.enrolment(journal)
        assert joined is not None
        hub_link.save_enrolment(journal, replace(joined, hub_url=hub.url))
        journal.close()
        yield


def _hand_in(scene: Scene) -> None:
    scene.must("bundle", "write", scene.stick)
    for file in scene.stick.glob("*.vxb"):
        scene.must("hub", "bundle", "read", file)


def _stick(scene: Scene) -> Path:
    """The one bundle that was written, or what it would be called by a pattern of strace's."""
    return next(iter(scene.stick.glob("*.vxb")), scene.stick)


def _hub_files(scene: Scene) -> list[Path]:
    names = ("hub.db", "hub.db-wal", "hub.db-journal")
    return [*(scene.hub / name for name in names), scene.stick]


def _card_files(scene: Scene) -> list[Path]:
    return sorted(scene.card.glob("*/*"))


DEEDS: dict[str, Deed] = {
    "record": Deed(_script("record"), _journal, _recorded),
    "import": Deed(lambda s: s.words("import", s.listed), _journal, _imported),
    "rebuild": Deed(_script("rebuild"), _journal, _rebuilt),
    "backup": Deed(
        lambda s: s.words("backup", s.stick / "laptop.backup"),
        lambda s: [s.stick / "laptop.backup.part", s.stick / "laptop.backup", s.stick],
        _backed_up,
    ),
    "restore": Deed(
        lambda s: s.words("--home", s.folder / "second", "restore", s.stick / "laptop.backup"),
        lambda s: [
            s.stick / "laptop.backup",
            s.folder / "second",
            s.folder / "second/.unfinished/journal.db",
            s.folder / "second/.unfinished/keyslots.json.new",
            s.folder / "second/.unfinished/keyslots.json",
        ],
        _restored,
        before=lambda s: s.must("backup", s.stick / "laptop.backup"),
    ),
    "bundle write": Deed(
        lambda s: s.words("bundle", "write", s.stick), lambda s: [*_journal(s), s.stick], _written
    ),
    "hub bundle read": Deed(
        lambda s: s.words("hub", "bundle", "read", _stick(s)),
        _hub_files,
        _taken_in,
        before=lambda s: s.must("bundle", "write", s.stick),
    ),
    "bundle read": Deed(
        lambda s: s.words("bundle", "read", next(s.stick.glob("*.vxr"))),
        _journal,
        _receipts_read,
        before=_hand_in,
    ),
    "sync": Deed(lambda s: s.words("sync"), _journal, _synced, while_=_with_hub),
    "second copy": Deed(
        lambda s: s.words("import", s.listed),
        _card_files,
        _copied,
        before=lambda s: s.must("second-copy", s.card),
        memory=False,  # only the card may fail here: then the import must go well
    ),
}

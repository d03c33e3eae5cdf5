"""P2 and P3: a day of doses over an emulated 2G link with TLS, whole and with cuts.

Real processes at both ends, real TCP between two network namespaces; needs root on Linux, and the
link emulator: shared/tools/linkemu.py beside the checkout, or FIELDAPP_LINKEMU.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from fieldapp.actions.enrol import enrol
from fieldapp.actions.sync_now import sync_now
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.client import Document
from fieldapp.hub.status import status
from fieldapp.journal import hub_link
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import NewUser, create_home, unlock
from fieldapp.journal.journal import Journal, open_journal
from tests.benchmarks.figure import Figure, show
from tests.journal.laptop import TEAM, WEAK, give, register
from tests.sync.authorities import Authority
from tests.sync.real_hub import RealHub

EMULATOR = Path(
    os.environ.get("FIELDAPP_LINKEMU")
    or Path(__file__).resolve().parents[3] / "shared" / "tools" / "linkemu.py"
)
SERVER, PORT = "198.18.0.2", 8470
USER = NewUser("nurse.test", "Nurse Test", "recorder", "2468-bench-pin")
DOSES = 500
GOAL_S, GOAL_REQUESTS, GOAL_BYTES = 7.0, 3, 25_000
FRAME_BYTES = 16 * 1024
CUTS_S = (1.2, 1.8, 2.4, 3.0, 3.6)
DAWN = datetime(2021, 5, 8, 6, 0)
CUT_FOR_S = 4
_PEERS = "same day and link: PouchDB 77 s and 350 KB, ODK 450 s"


@dataclass
class Day:
    """A laptop with a day's doses and its hub, neither of them running."""

    folder: Path
    hub: RealHub
    certificate: tuple[Path, Path]

    @property
    def home(self) -> Path:
        return self.folder / "home"


@contextmanager
def opened(home: Path) -> Iterator[Journal]:
    """The laptop's journal for a moment."""
    clock = SystemClock()
    journal = open_journal(home, unlock(home, USER.login, USER.pin, NoSecrets(), clock), clock)
    try:
        yield journal
    finally:
        journal.close()


def a_day(folder: Path, doses: int) -> Day:
    """Half of the people are known to the hub already, half are new today."""
    authority, clock = Authority(), SystemClock()
    local = authority.write_server(folder, host="localhost")
    distant = authority.write_server(folder, host=SERVER)
    day, chance = Day(folder, RealHub(folder / "hub", tls=local), distant), Random(71)
    create_home(day.home, TEAM, [USER], NoSecrets(), clock, kdf=WEAK)
    code, url = day.hub.code(), day.hub.start()
    try:
        with opened(day.home) as journal:
            joined = enrol(journal, url, code, authority.pem, clock)
            known = [_person(journal, chance) for _ in range(doses // 2)]
            sync_now(journal, clock)
            _work(journal, known, chance)
            distant_url = f"https://{SERVER}:{PORT}"
            hub_link.save_enrolment(journal, replace(joined, hub_url=distant_url))
    finally:
        day.hub.kill()
    (folder / "pin").write_text(USER.pin, "ascii")
    return day


def _work(journal: Journal, known: list[bytes], chance: Random) -> None:
    """Everybody known gets a dose, and as many new people."""
    with journal.transaction():
        for number in range(2 * len(known)):
            person = known[number] if number < len(known) else _person(journal, chance)
            minute = timedelta(minutes=number + chance.randrange(3))
            give(journal, person, occurred=DAWN + minute)


def _person(journal: Journal, chance: Random) -> bytes:
    """Somebody with as much to write down as a real person: name, card, phone, birth date."""
    name = chance.choice("王李张刘陈杨赵黄周吴") + "".join(
        chr(0x4E00 + chance.randrange(3000)) for _ in range(2)
    )
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(27_000))
    number = f"{chance.randrange(110_000, 650_000)}{born:%Y%m%d}{chance.randrange(10_000):04d}"
    card = Document("cn-resident-id", number)
    return register(
        journal, name, card, phone=f"+861{chance.randrange(10**10):010d}", birth_date=born
    )


def over_the_link(day: Day, profile: str, *cuts: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """One `fieldapp sync` over the emulated link: what it said, and what the link counted."""
    program = [sys.executable, "-m", "fieldapp"]
    certificate, key = map(str, day.certificate)
    serve = [*program, "hub", "serve", "--data", str(day.hub.data), "--listen", f"{SERVER}:{PORT}"]
    said = day.folder / "said.json"
    client = [*program, "--home", str(day.home), "sync", "--json"]
    until = f"for i in 1 2 3 4 5 6 7 8 9; do {shlex.join(client)} > {said} && break; sleep 1; done"
    done = subprocess.run(
        [
            sys.executable, str(EMULATOR), "--profile", profile, "--ready", str(PORT),
            "--server", shlex.join([*serve, "--tls-cert", certificate, "--tls-key", key]),
            "--client", shlex.join(["sh", "-c", until]),
            *(word for cut in cuts for word in ("--cut", cut)),
        ],
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, "FIELDAPP_PIN_FILE": str(day.folder / "pin")},
        check=False,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith("LINK ")]
    if not lines:
        raise RuntimeError(f"the link could not be emulated: {done.stderr[-300:]}")
    return json.loads(said.read_text("utf-8") or "{}"), json.loads(lines[-1][5:])


def whole(doses: int) -> tuple[int, list[Figure]]:
    """P2, and the bytes that went up."""
    with tempfile.TemporaryDirectory() as folder:
        day = a_day(Path(folder), doses)
        said, link = over_the_link(day, "2g")
        both = link["up"]["tcp_payload"] + link["down"]["tcp_payload"]
        held = status(day.hub.data)["confirmed"]
    day_of = f"{doses} doses, half new, 2G with TLS, cold"
    return int(link["up"]["tcp_payload"]), [
        Figure("P2", day_of, said["seconds"], "s", GOAL_S, note=_PEERS),
        Figure("P2", f"{day_of}: both ways", both, "bytes", GOAL_BYTES),
        Figure("P2", f"{day_of}: requests", said["requests"], "", GOAL_REQUESTS),
        Figure("P2", f"{day_of}: doses not at the hub", doses - held, "", 0),
    ]


def cut(doses: int, at_s: float, plain: int) -> Iterator[Figure]:
    """P3: the line is dead for a while, and every connection from before stays dead."""
    with tempfile.TemporaryDirectory() as folder:
        day = a_day(Path(folder), doses)
        said, link = over_the_link(day, "2g", f"{at_s}:{CUT_FOR_S}:newflow")
        counts = status(day.hub.data)
    again = max(0, link["up"]["tcp_payload"] - plain)
    where = f"cut at {at_s:.1f} s for {CUT_FOR_S} s, new address after"
    note = f"waiting {said.get('waiting', '?')}, {link['wall_with_start']:.0f} s in all"
    yield Figure("P3", f"{where}: sent again", again, "bytes", FRAME_BYTES, note=note)
    yield Figure("P3", f"{where}: doses not at the hub", doses - counts["confirmed"], "", 0)


def measure(doses: int = DOSES) -> Iterator[Figure]:
    """P2 and P3; nothing, with the reason, where they cannot be measured."""
    if not EMULATOR.is_file() or not hasattr(os, "geteuid") or os.geteuid() != 0:
        print("    left out: needs root on Linux, and the link emulator (FIELDAPP_LINKEMU)")
        return
    plain, figures = whole(doses)
    yield from figures
    for at_s in CUTS_S:
        yield from cut(doses, at_s, plain)


if __name__ == "__main__":
    show(measure())

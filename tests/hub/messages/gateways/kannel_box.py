"""Debian's Kannel and its fake SMSC, started for a test; what the fake SMSC was handed, read back.

The fake SMSC takes everything and Kannel reports it as delivered at once.
"""

from __future__ import annotations

import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from tests.patience import wait_for

FAKESMSC = Path("/usr/lib/kannel/test/fakesmsc")
BEARERBOX, SMSBOX = Path("/usr/sbin/bearerbox"), Path("/usr/sbin/smsbox")
USER, PASSWORD = "hub", "Kanel-secret-1"
_CONFIG = """
group = core
admin-port = {admin}
admin-password = {password}
smsbox-port = {box}
log-file = "{folder}/bearerbox.log"
log-level = 1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = FAKE
port = {smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
log-file = "{folder}/smsbox.log"
log-level = 1
access-log = "{folder}/access.log"
http-request-retry = 5
http-queue-delay = 1

group = sendsms-user
username = {user}
password = {password}
max-messages = 4
concatenation = true
"""
_GOT = re.compile(r"Got message \d+: <\S+ (\S+) (text|ucs-2|data) (\S*)>")


@dataclass(frozen=True)
class KannelBox:
    """A running Kannel."""

    folder: Path
    url: str

    def handed_over(self) -> list[tuple[str, str]]:
        """Number and text of every message that reached the fake SMSC."""
        found = _GOT.findall((self.folder / "fakesmsc.log").read_text("utf-8", "replace"))
        return [(phone, _read(kind, text)) for phone, kind, text in found]

    def logs(self) -> str:
        """All that Kannel wrote down."""
        return "".join(p.read_text("utf-8", "replace") for p in self.folder.glob("*.log"))


def _read(kind: str, text: str) -> str:
    raw = unquote_to_bytes(text.replace("+", " "))
    return raw.decode("utf-16-be" if kind == "ucs-2" else "utf-8")


def require_kannel() -> None:
    """Skip, in clear words, where Kannel is not installed."""
    if not all(program.exists() for program in (BEARERBOX, SMSBOX, FAKESMSC)):
        pytest.skip(
            "Kannel is not here, so nothing was sent through it: "
            "apt-get install kannel kannel-extras"
        )


@contextmanager
def kannel_box(folder: Path) -> Iterator[KannelBox]:
    """bearerbox, smsbox and the fake SMSC until the `with` ends."""
    require_kannel()
    folder.mkdir()
    ports = dict(zip(("admin", "box", "smsc", "sendsms"), _free_ports(4), strict=True))
    config = folder / "kannel.conf"
    config.write_text(_CONFIG.format(folder=folder, user=USER, password=PASSWORD, **ports))
    with ExitStack() as stack:
        stack.enter_context(_running([str(BEARERBOX), str(config)], folder / "bearerbox.out"))
        _wait_for(ports["smsc"])
        _wait_for(ports["box"])
        stack.enter_context(_running([str(SMSBOX), str(config)], folder / "smsbox.out"))
        _wait_for(ports["sendsms"])
        fake = [str(FAKESMSC), "-H", "127.0.0.1", "-r", str(ports["smsc"]), "-m", "0"]
        log = folder / "fakesmsc.log"
        stack.enter_context(_running([*fake, "1 2 text none"], log))
        wait_for(lambda: "Connecting to" in log.read_text("utf-8", "replace"))
        yield KannelBox(folder, f"http://127.0.0.1:{ports['sendsms']}/cgi-bin/sendsms")


@contextmanager
def _running(command: list[str], log: Path) -> Iterator[None]:
    with (
        log.open("wb") as out,
        subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT) as process,
    ):
        try:
            yield
        finally:
            process.kill()
            process.wait(30)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def _wait_for(port: int) -> None:
    def listens() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    wait_for(listens)

"""What is shipped to be installed fits together: units, containers, the proxy, their commands."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from fieldapp.hub.app import MOST_SYNC_BYTES
from fieldapp.hub.workers import GOODBYE_S
from tests.journeys.pages_of_operators import ROOT, is_understood

DEPLOY = ROOT / "deploy"
UNITS = ("fieldapp-hub.service", "fieldapp-hub@.service", "fieldapp-hub-backup.service")
_PROGRAM = "/opt/fieldapp/bin/fieldapp "
_OLDEST_POSTGRESQL = 14
_CLIENT_OF = {"bookworm": 15, "trixie": 17}  # the PostgreSQL whose client each Debian has


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # systemd minds the case
    parser.read_string((DEPLOY / name).read_text("utf-8"))
    return parser


def compose() -> Any:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_runs_a_command_that_exists(name: str) -> None:
    line = unit(name)["Service"]["ExecStart"]
    _, _, words = line.partition(_PROGRAM)
    words = words.rstrip("'").replace("%i", "laptops").replace("${LISTEN}", "127.0.0.1:1")
    assert is_understood(shlex.split(words)), words


@pytest.mark.parametrize("name", UNITS[:2])
def test_a_unit_lets_the_hub_end_in_its_own_time_and_see_nothing_else(name: str) -> None:
    service = unit(name)["Service"]
    assert int(service["TimeoutStopSec"]) > GOODBYE_S
    assert (service["Restart"], service["UMask"]) == ("always", "0077")
    assert (service["ProtectSystem"], service["NoNewPrivileges"]) == ("strict", "yes")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_has_nothing_against_the_units(tmp_path: Path) -> None:
    names = [*UNITS, "fieldapp-hub-backup.timer"]
    for name in names:
        text = (DEPLOY / name).read_text("utf-8").replace(_PROGRAM, f"{sys.executable} ")
        text = re.sub(r"^(User|Group)=fieldapp$", r"\1=root", text, flags=re.MULTILINE)
        (tmp_path / name.replace("@", "@laptops")).write_text(text, "utf-8")
    files = [str(file) for file in tmp_path.iterdir()]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *files], capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    ours = [line for line in done.stderr.splitlines() if "fieldapp-hub" in line]
    assert ours == []


def test_the_hub_in_containers_runs_a_command_that_exists() -> None:
    services = compose()["services"]
    assert is_understood(services["hub"]["command"])
    assert "password" not in str(services["hub"]["command"]).lower()


def test_nobody_reaches_the_hub_but_through_the_proxy() -> None:
    services = compose()["services"]
    assert services["hub"]["network_mode"] == "service:proxy"
    assert "ports" not in services["hub"] and "ports" not in services["db"]
    listen = next(one for one in services["hub"]["command"] if one.startswith("--listen="))
    upstream = listen.removeprefix("--listen=")
    assert f"reverse_proxy {upstream} " in (DEPLOY / "Caddyfile").read_text("utf-8")
    assert upstream.startswith("127.0.0.1:")


def test_what_the_compose_file_names_is_there() -> None:
    whole = compose()
    for service in whole["services"].values():
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            known = source in whole["volumes"] or source == "./certs"
            assert known or (DEPLOY / source).exists(), source
        assert set(service.get("secrets", [])) <= whole["secrets"].keys()
        assert "healthcheck" in service or service is whole["services"]["proxy"]
    build = whole["services"]["hub"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).exists()


def test_the_image_is_made_of_files_that_are_there_and_of_the_lock() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    copied = re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE)
    for name in " ".join(copied).split():
        assert (ROOT / name).exists(), name
    assert "--require-hashes -r requirements/hub.txt" in text
    (start,) = re.findall(r"^CMD (\[.+\])$", text, re.MULTILINE)
    assert is_understood(yaml.safe_load(start))


def test_a_backup_can_be_made_in_the_containers() -> None:
    """pg_dump reads no server that is newer than itself."""
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    (debian,) = re.findall(r"^FROM python:\S+-slim-(\w+)$", text, re.MULTILINE)
    server = re.match(r"postgres:(\d+)-", compose()["services"]["db"]["image"])
    assert server and _OLDEST_POSTGRESQL <= int(server[1]) <= _CLIENT_OF[debian]


def test_the_proxy_lets_every_sync_through() -> None:
    text = (DEPLOY / "Caddyfile").read_text("utf-8")
    (megabytes,) = re.findall(r"max_size (\d+)MB", text)
    assert int(megabytes) * 1_000_000 > MOST_SYNC_BYTES


def test_where_all_this_lies_is_said() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "docs/OPERATING.md" in readme and "deploy/" in readme

"""The pocket registry as somebody types it, with a real hub process."""

from __future__ import annotations

from pathlib import Path

from fieldapp.cli.demo.hub_process import running_hub

from .conftest import Run


def test_a_registry_is_pulled_and_read_from_a_stick(run: Run, home: Path, tmp_path: Path) -> None:
    data = tmp_path / "hub"
    with running_hub(data) as hub:
        team = ["Boat Test", "--kind", "boat", "--region", "370826", "--data", data]
        code = run("hub", "add-team", *team).out.strip()
        at_home = ["--home", home]
        assert run("enrol", "--hub", hub.url, "--code", code, *at_home).code == 0
        none = run("registry", "pull", *at_home)
        assert (none.code, "no pocket registry to give" in none.err) == (1, True)
        run("hub", "registry", "write", "--data", data)
        pulled = run("registry", "pull", *at_home, "--json")
        assert (pulled.code, pulled.json["edition"], pulled.json["entries"]) == (0, 1, 0)
        stick = tmp_path / "stick.vxp"
        run("hub", "registry", "write", "--data", data, "--out", stick)
        assert "Edition 2" in run("registry", "read", stick, *at_home).out
        assert run("registry", "read", stick, *at_home).code == 1, "it is here already"

"""The laptop's commands as typed: what they print, what they write, what they end with."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.actions import sync_now
from fieldapp.cli.demo.hub_process import RunningHub, running_hub
from fieldapp.sync.errors import ConnectionCut
from fieldapp.sync.outcome import NEWS_LATER
from tests.sync.test_outcome import OUTCOME

from .conftest import PIN, Run

DATA = Path(__file__).parents[1] / "data"
EXPECTED = json.loads((DATA / "backlog-1000.expected.json").read_text(encoding="utf-8"))
FEW_ROWS = 40


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """The first rows of the sample backlog, in a folder that may be written to."""
    lines = (DATA / "backlog-1000.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    file = tmp_path / "few.csv"
    file.write_text("".join(lines[: FEW_ROWS + 1]), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with running_hub(tmp_path_factory.mktemp("hub")) as running:
        yield running


def join(run: Run, home: Path, hub: RunningHub) -> None:
    """Enrol this home at the hub with a code of its own."""
    team = ["Boat Test", "--kind", "boat", "--region", "370826"]
    code = run("hub", "add-team", *team, "--data", hub.data).out.strip()
    joined = run("--home", home, "enrol", "--hub", hub.url, "--code", code)
    assert (joined.code, joined.err) == (0, "")
    assert joined.out.startswith("This laptop has joined the hub as device ")


def test_init_makes_an_encrypted_journal_and_says_where(
    run: Run, tmp_path: Path, pin_file: Path
) -> None:
    home = tmp_path / "new"
    said = run(
        "--home", home, "init", "--name", "Boat Test", "--kind", "boat",
        "--user", "nurse.zhang", "--user", "lead.li:lead",
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Boat Test: the encrypted journal is ready in {home}\n"
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(home / "journal.db").execute("SELECT * FROM sqlite_master")
    assert run("--home", home, "status", "--as", "lead.li").code == 0


def test_init_never_makes_a_second_journal_in_one_home(home: Path, run: Run) -> None:
    before = (home / "journal.db").read_bytes()
    said = run("--home", home, "init", "--name", "x", "--kind", "boat", "--user", "a")
    assert said.code == 1
    assert (home / "journal.db").read_bytes() == before


@pytest.mark.parametrize("user", ["", ":lead", "a:captain"])
def test_init_refuses_a_user_without_a_login_or_of_an_unknown_role(
    user: str, run: Run, tmp_path: Path, pin_file: Path
) -> None:
    said = run("--home", tmp_path / "n", "init", "--name", "x", "--kind", "boat", "--user", user)
    assert said.code == 1
    assert "is not a user" in said.err
    assert not (tmp_path / "n").exists()


def test_the_sample_backlog_gives_exactly_what_is_expected_and_nothing_twice(
    home: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "backlog.csv"
    file.write_bytes((DATA / "backlog-1000.csv").read_bytes())
    first = run("--home", home, "import", file, "--json")
    assert first.code == 0
    for told in ("rows", "accepted", "refused", "clients", "doses", "early"):
        assert first.json[told] == EXPECTED[told]
    assert f"{len(EXPECTED['refused'])} rows were refused" in first.err
    with (tmp_path / "backlog.csv.refused.csv").open(encoding="utf-8-sig", newline="") as stream:
        codes = [row["refusal"] for row in csv.DictReader(stream)]
    assert sorted(codes) == sorted(EXPECTED["refused"].values())
    again = run("--home", home, "import", file, "--json")
    assert again.json["already_here"] == EXPECTED["accepted"]
    status = run("--home", home, "status", "--json").json
    assert status["recorded"] == EXPECTED["doses"]


def test_a_dry_run_counts_and_writes_nothing(home: Path, run: Run, few: Path) -> None:
    tried = run("--home", home, "import", few, "--dry-run", "--json")
    assert tried.code == 0
    assert tried.json["doses"] > 0
    status = run("--home", home, "status", "--json").json
    assert (status["recorded"], status["clients"]) == (0, 0)
    assert [file.name for file in few.parent.glob("*.refused.csv")] == []


def test_a_file_that_is_missing_is_one_line(home: Path, run: Run, tmp_path: Path) -> None:
    said = run("--home", home, "import", tmp_path / "gone.csv")
    assert (said.code, said.out) == (1, "")
    assert "gone.csv" in said.err


def test_sync_before_joining_says_to_join(home: Path, run: Run) -> None:
    said = run("--home", home, "sync")
    assert (said.code, said.out) == (1, "")
    assert "not joined a hub" in said.err


def test_a_wrong_code_joins_nothing(home: Path, run: Run, hub: RunningHub) -> None:
    said = run("--home", home, "enrol", "--hub", hub.url, "--code", "WRONG-CODE")
    assert (said.code, said.out) == (1, "")
    assert run("--home", home, "status", "--json").json["device"] == 0


def test_a_day_reaches_the_hub_and_both_ends_agree(
    home: Path, run: Run, few: Path, hub: RunningHub
) -> None:
    run("--home", home, "import", few)
    join(run, home, hub)
    synced = run("--home", home, "sync", "--json")
    assert (synced.code, synced.err) == (0, "")
    status = run("--home", home, "status", "--json").json
    assert (status["waiting"], status["confirmed"]) == (0, status["recorded"])
    verified = run("--home", home, "verify", "--json")
    assert (verified.code, verified.json["ok"], verified.json["problems"]) == (0, True, [])
    assert run("--home", home, "verify").out.startswith("Whole: ")


def test_a_cut_after_everything_was_confirmed_is_0_and_a_line_on_stderr(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = replace(OUTCOME, happened=NEWS_LATER, unfinished=ConnectionCut())
    monkeypatch.setattr(sync_now, "sync_now", lambda *_: cut)
    said = run("--home", home, "sync")
    assert (said.code, said.out.splitlines()[0]) == (0, NEWS_LATER)
    assert said.err.strip() == f"fieldapp: {cut.news_words()}"
    assert run("--home", home, "sync", "--json").json["unfinished"] == cut.news_words()


def test_an_unreachable_hub_ends_with_1_and_keeps_everything(
    home: Path, run: Run, few: Path, tmp_path: Path
) -> None:
    run("--home", home, "import", few)
    with running_hub(tmp_path / "gone-hub") as gone:
        join(run, home, gone)
    said = run("--home", home, "sync")
    assert (said.code, said.out) == (1, "")
    assert "saved" in said.err
    status = run("--home", home, "status", "--json").json
    assert status["waiting"] == status["recorded"] > 0


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_an_export_holds_every_dose_and_says_so(
    form: str, home: Path, run: Run, few: Path, tmp_path: Path
) -> None:
    run("--home", home, "import", few)
    recorded = run("--home", home, "status", "--json").json["recorded"]
    out = tmp_path / f"doses.{form}"
    said = run("--home", home, "export", "doses", "--format", form, "--out", out)
    assert said.out == f"{recorded} rows written to {out}\n"
    if form == "csv":
        with out.open(encoding="utf-8-sig", newline="") as stream:
            assert len(list(csv.DictReader(stream))) == recorded
    if form == "jsonl":
        assert len(out.read_text(encoding="utf-8").splitlines()) == recorded


@pytest.mark.parametrize("report", ["aefi", "stock"])
def test_reactions_and_stock_are_exported_too(
    home: Path, run: Run, tmp_path: Path, report: str
) -> None:
    out = tmp_path / f"{report}.csv"
    said = run("--home", home, "export", report, "--out", out)
    assert (said.code, said.out) == (0, f"0 rows written to {out}\n")


def test_a_sync_log_names_nobody(
    home: Path, run: Run, few: Path, tmp_path: Path, hub: RunningHub
) -> None:
    run("--home", home, "import", few)
    join(run, home, hub)
    run("--home", home, "sync")
    out = tmp_path / "log.csv"
    assert run("--home", home, "export", "sync-log", "--out", out).code == 0
    log = out.read_text(encoding="utf-8-sig")
    with few.open(encoding="utf-8", newline="") as stream:
        names = {row["client_name"] for row in csv.DictReader(stream) if row["client_name"]}
    assert names
    assert not [name for name in names if name in log]


def test_a_backup_restores_to_a_new_home_with_every_dose(
    home: Path, run: Run, few: Path, tmp_path: Path
) -> None:
    run("--home", home, "import", few)
    recorded = run("--home", home, "status", "--json").json["recorded"]
    copy, second = tmp_path / "copy.backup", tmp_path / "second"
    assert run("--home", home, "backup", copy).code == 0
    restored = run("--home", second, "restore", copy)
    assert (restored.code, restored.err) == (0, "")
    assert run("--home", second, "status", "--json").json["recorded"] == recorded
    assert run("--home", second, "verify").code == 0
    assert run("--home", second, "restore", copy).code == 1, "never over a journal"


def test_a_journal_with_a_flipped_byte_is_never_called_whole(
    home: Path, run: Run, few: Path
) -> None:
    run("--home", home, "import", few)
    file = home / "journal.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    said = run("--home", home, "verify")
    assert said.code == 1
    assert said.err.startswith("fieldapp: ")


def test_what_is_typed_never_shows_the_pin(home: Path, run: Run, few: Path) -> None:
    for words in (["import", few], ["status"], ["verify"], ["status", "--json"]):
        said = run("--home", home, *words)
        assert PIN not in said.out + said.err


def test_a_second_copy_is_kept_by_every_command_and_brings_a_laptop_back_alone(
    home: Path, run: Run, few: Path, tmp_path: Path
) -> None:
    card, second = tmp_path / "card", tmp_path / "second"
    card.mkdir()
    assert run("--home", home, "second-copy", "--json").json == {"folder": None, "doses": 0}
    assert run("--home", home, "second-copy", card).code == 0
    assert run("--home", home, "import", few).err == ""
    recorded = run("--home", home, "status", "--json").json["recorded"]
    assert run("--home", home, "second-copy", "--json").json["doses"] == recorded > 0
    shutil.rmtree(home)
    assert run("--home", second, "restore", card).code == 0
    assert run("--home", second, "status", "--json").json["recorded"] == recorded
    assert run("--home", second, "verify").code == 0


def test_a_missing_card_is_said_and_stops_no_command(
    home: Path, run: Run, few: Path, tmp_path: Path
) -> None:
    card = tmp_path / "card"
    card.mkdir()
    run("--home", home, "second-copy", card)
    card.rename(tmp_path / "pocket")
    said = run("--home", home, "import", few)
    assert said.code == 0
    assert "card or stick is not there" in said.err
    assert run("--home", home, "second-copy", "--off").out == "No second copy is kept.\n"
    assert run("--home", home, "status").err == ""

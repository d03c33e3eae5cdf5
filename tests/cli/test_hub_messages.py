"""The hub's commands for messages, as somebody types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fieldapp.cli import hub_messages
from fieldapp.cli.arguments import build_parser
from fieldapp.hub.running import Hub
from fieldapp.hub.store import open_store
from fieldapp.wire.facts import ContactWished
from tests.cli.conftest import Run
from tests.hub.conftest import new_world
from tests.hub.messages.clinic import NOON_DAY_21, lines_of, new_clinic


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hub with two who are due, one who is and wants nothing, and noon on their day 21."""
    monkeypatch.setattr(hub_messages, "unix_time", lambda: NOON_DAY_21)
    clinic = new_clinic(new_world(tmp_path / "hub"))
    clinic.vaccinate("王小明", "+8613912345678")
    clinic.vaccinate("Ann", "+8613900000001", language="en")
    gone = clinic.vaccinate("李小红", "+8613900000002")
    clinic.laptop.add(ContactWished(gone, True, False))
    clinic.world.push_all(clinic.laptop)
    clinic.world.store.close()
    return tmp_path / "hub"


def test_a_dry_run_then_the_real_one_then_nothing_more(data: Path, run: Run) -> None:
    dry = run("hub", "messages", "send", "--dry-run", "--data", data)
    assert (
        "王小明您好" in dry.out
        and "UCS-2, 51, 1 part" in dry.out
        and "2 would be sent now." in dry.out
    )
    assert not (data / "messages" / "to-send.csv").exists()
    told = run("hub", "messages", "send", "--data", data)
    assert (told.code, told.out) == (0, "2 sent (2 due). 1 want no messages.\n")
    assert len(lines_of(data / "messages" / "to-send.csv")) == 2
    again = run("hub", "messages", "send", "--json", "--data", data).json
    assert (again["sent"], again["sent_before"]) == (0, 2)


def test_the_list_names_nobody(data: Path, run: Run) -> None:
    assert run("hub", "messages", "list", "--data", data).out == "No messages yet.\n"
    run("hub", "messages", "send", "--data", data)
    said = run("hub", "messages", "list", "--data", data).out
    assert "cn-inactivated dose 2, due: sent  (zh, 1, file)" in said and "2 sent" in said
    assert "王" not in said and "139" not in said
    told = run("hub", "messages", "list", "--state", "failed", "--json", "--data", data).json
    assert told == {"totals": {"sent": 2}, "messages": []}


def test_the_preview_shows_alphabet_length_and_parts_of_the_hubs_own_texts(
    data: Path, run: Run
) -> None:
    said = run("hub", "messages", "preview", "--data", data)
    assert "UCS-2" in said.out and "GSM-7" in said.out and "parts" not in said.out
    named = run("hub", "messages", "preview", "--name", "李小红", "--data", data).out
    assert "李小红: your next" in named and "2 parts" in named
    path = data / "messages" / "texts.json"
    texts = json.loads(path.read_text("utf-8"))
    texts["languages"]["zh"]["sender"] = "微山湖" * 30
    path.write_text(json.dumps(texts), "utf-8")
    rows = run("hub", "messages", "preview", "--json", "--data", data).json
    chinese = [row for row in rows if row["language"] == "zh"]
    assert all(row["parts"] > 1 and row["length"] > 70 for row in chinese)
    path.write_text("{}", "utf-8")
    refused = run("hub", "messages", "preview", "--data", data)
    assert refused.code == 1 and "texts.json cannot be used" in refused.err


def test_a_gateway_without_its_secret_is_refused_in_words(data: Path, run: Run) -> None:
    said = run("hub", "messages", "send", "--gateway", "kannel", "--data", data)
    assert said.code == 1 and "messages/kannel.secret" in said.err


def test_serve_sends_only_if_it_is_asked_to(data: Path) -> None:
    quiet = build_parser().parse_args(["hub", "serve", "--data", str(data)])
    assert not quiet.messages_every
    with hub_messages.messages_beside(quiet)(object()):  # type: ignore[arg-type]  # nothing is asked of it
        pass
    assert not (data / "messages").exists()


def test_serve_sends_beside_when_it_is_asked_to(data: Path) -> None:
    words = ["hub", "serve", "--data", str(data), "--messages-every", "60"]
    beside = hub_messages.messages_beside(build_parser().parse_args(words))
    store = open_store(data)
    with beside(Hub(store, lambda: NOON_DAY_21)):
        pass  # its end waits for the run that began
    store.close()
    assert len(lines_of(data / "messages" / "to-send.csv")) == 2


def test_the_rules_are_those_that_laptops_follow(data: Path) -> None:
    from fieldapp.hub.messages.settings import read_settings
    from fieldapp.resource_files import resource_path

    found = hub_messages.ground(read_settings(resource_path("messages", "settings.json")))
    assert found.programme.id == "cn-nhc-2021-03-29"


def test_what_is_needed_is_said_by_region_product_and_week(data: Path, run: Run) -> None:
    assert (
        "north: covid-inact-bibp 3 (now 3, week 1 0, week 2 0)"
        in run("hub", "demand", "--data", data).out
    )
    (row,) = run("hub", "demand", "--json", "--data", data).json
    assert (row["region"], row["vaccine"], row["now"], row["total"]) == (
        "north", "covid-inact-bibp", 3, 3,
    )  # fmt: skip

"""What can be typed after `fieldapp hub`."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.cli.arguments import build_parser


def test_the_hubs_folder_is_named_or_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FIELDAPP_HUB_DATA", raising=False)
    with pytest.raises(SystemExit):
        build_parser().parse_args(["hub", "status"])
    monkeypatch.setenv("FIELDAPP_HUB_DATA", "there")
    assert build_parser().parse_args(["hub", "status"]).data == Path("there")


@pytest.mark.parametrize("way", ["send", "preview", "list"])
def test_messages_are_sent_previewed_and_listed(way: str) -> None:
    assert build_parser().parse_args(["hub", "messages", way, "--data", "x", "--json"]).json


def test_a_state_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as refused:
        build_parser().parse_args(["hub", "messages", "list", "--data", "x", "--state", "lost"])
    assert refused.value.code == 2

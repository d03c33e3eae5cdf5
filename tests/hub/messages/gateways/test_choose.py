"""The settings say which ways out there are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fieldapp.hub.messages.errors import GatewayUnknown, SecretMissing, SettingsInvalid
from fieldapp.hub.messages.gateways.choose import open_gateway
from fieldapp.hub.messages.gateways.kannel import Kannel
from fieldapp.hub.messages.gateways.smpp import Smpp
from fieldapp.hub.messages.gateways.to_file import ToFile
from fieldapp.hub.messages.settings import Settings, read_settings
from fieldapp.resource_files import resource_path


def settings(**gateways: Any) -> Settings:
    shipped = read_settings(resource_path("messages", "settings.json"))
    return replace(shipped, gateways={**shipped.gateways, **gateways})


def test_a_file_needs_no_secret_and_kannel_does(tmp_path: Path) -> None:
    assert isinstance(open_gateway(tmp_path, settings(), "file"), ToFile)
    with pytest.raises(SecretMissing):
        open_gateway(tmp_path, settings(), "kannel")
    secret = tmp_path / "messages" / "kannel.secret"
    secret.parent.mkdir()
    secret.touch(0o600)
    secret.write_text("hub\npassword\n", "utf-8")
    assert isinstance(open_gateway(tmp_path, settings(), "kannel"), Kannel)
    secret.rename(secret.with_name("smpp.secret"))
    assert isinstance(open_gateway(tmp_path, settings(), "smpp"), Smpp)


def test_a_second_one_of_a_kind_has_a_name_of_its_own(tmp_path: Path) -> None:
    second = {"kind": "file", "path": "second.csv"}
    assert isinstance(open_gateway(tmp_path, settings(second=second), "second"), ToFile)


@pytest.mark.parametrize(
    ("entry", "trouble"),
    [
        ({"kind": "pigeon"}, GatewayUnknown),
        ({"kind": "file"}, SettingsInvalid),
        ({"kind": "kannel", "secret_file": 7}, SettingsInvalid),
    ],
)
def test_an_entry_that_cannot_be_used_is_refused(
    tmp_path: Path, entry: dict[str, Any], trouble: type[Exception]
) -> None:
    with pytest.raises(trouble):
        open_gateway(tmp_path, settings(odd=entry), "odd")

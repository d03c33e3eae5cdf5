"""What macOS is told: a property list that can be written, and how to sign for which processor."""

from __future__ import annotations

import plistlib

from fieldapp.sync.neighbours.nearby import SERVICE
from tools.desktop.macos import ENTITLEMENTS, info, signing


def test_the_info_is_a_property_list_in_both_languages() -> None:
    told = plistlib.loads(plistlib.dumps(dict(info("1.2.3"))))
    assert told["CFBundleShortVersionString"] == "1.2.3"
    assert told["CFBundleLocalizations"] == ["en", "zh-Hans"]


def test_neighbours_are_looked_for_under_the_name_that_macos_is_told() -> None:
    assert SERVICE.startswith(info("1.2.3")["NSBonjourServices"][0])  # type: ignore[index]  # a list


def test_the_entitlements_hold_the_camera_and_no_debugger() -> None:
    allowed = plistlib.loads(ENTITLEMENTS.read_bytes())
    assert allowed["com.apple.security.device.camera"]
    assert "com.apple.security.get-task-allow" not in allowed


def test_processor_and_certificate_are_chosen_from_outside() -> None:
    chosen = signing({"FIELDAPP_ARCH": "universal2", "FIELDAPP_IDENTITY": "Developer ID"})
    assert (chosen["target_arch"], chosen["codesign_identity"]) == ("universal2", "Developer ID")
    assert signing({})["target_arch"] is None

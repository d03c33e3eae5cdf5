"""What macOS wants to know of a program: its Info.plist, and how it is signed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

BUNDLE = "org.fieldapp.laptop"
_RECIPES = Path(__file__).resolve().parents[2] / "deploy" / "desktop" / "macos"
ENTITLEMENTS = _RECIPES / "entitlements.plist"
OLDEST = "13.0"
"""What the pinned Qt asks for."""


def info(version: str) -> Mapping[str, object]:
    """The Info.plist; each use of something private says what for, as macOS shows it."""
    return {
        "CFBundleDisplayName": "fieldapp",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans"],
        "LSMinimumSystemVersion": OLDEST,
        "LSApplicationCategoryType": "public.app-category.medical",
        "NSHighResolutionCapable": True,
        "NSCameraUsageDescription": "Reads codes on vials, papers and cards.",
        "NSLocalNetworkUsageDescription": "Meets other laptops of the same hub.",
        "NSBonjourServices": ["_fieldapp._tcp"],
        "NSRemovableVolumesUsageDescription": "Carries sealed records, and keeps a second copy.",
    }


def signing(surroundings: Mapping[str, str]) -> Mapping[str, object]:
    """How PyInstaller builds and signs: for which processor, by whom, with which entitlements.

    FIELDAPP_ARCH is x86_64, arm64 or universal2 (needs libraries for both); FIELDAPP_IDENTITY the
    certificate. Without them: this machine's processor, signed for this machine alone.
    """
    return {
        "target_arch": surroundings.get("FIELDAPP_ARCH"),
        "codesign_identity": surroundings.get("FIELDAPP_IDENTITY"),
        "entitlements_file": str(ENTITLEMENTS),
    }

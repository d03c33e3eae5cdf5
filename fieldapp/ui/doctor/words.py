"""The names of what the doctor looks at."""

from __future__ import annotations

from fieldapp.ui.words import tr

CHECKS = {
    "Battery": "Battery",
    "Certificate": "Certificate",
    "Clock": "Clock",
    "Disk": "Disk",
    "Disk encryption": "Disk encryption",
    "Erased by law": "Erased by law",
    "Hub": "Hub",
    "Incidents": "Incidents",
    "Journal": "Records",
    "Key ring": "PINs",
    "Program": "Program",
    "Reserve": "Reserve",
    "Roster": "Roster",
    "Rules": "Rules",
    "Second copy": "Second copy",
    "Set-up": "Set-up",
    "Waiting": "Waiting",
}


def check_words(check: str) -> str:
    """The name of what was looked at."""
    return tr(CHECKS.get(check, check))

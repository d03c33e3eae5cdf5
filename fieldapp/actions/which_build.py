"""Which build this is: the version, and in a package the commit and day that it was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping

from fieldapp import __version__
from fieldapp.resource_files import resource_path

STAMP_FILE = "build.json"


def stamp() -> Mapping[str, str]:
    """`commit` and `date` of a package; empty in a checkout, which says so itself."""
    try:
        text = resource_path(STAMP_FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    return {str(key): str(value) for key, value in json.loads(text).items()}


def version_words() -> str:
    """The line of `fieldapp --version`."""
    made = stamp()
    if not made:
        return f"fieldapp {__version__}"
    return f"fieldapp {__version__} ({made['date']}, {made['commit']})"

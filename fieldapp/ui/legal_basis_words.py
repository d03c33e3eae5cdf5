"""What the hub's codes of legal bases are called, for whoever asks why a dose is of nobody."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from fieldapp.resource_files import resource_path
from fieldapp.ui.language import catalogue_key


def basis_words(code: str) -> str:
    """In the language of the screen; one of a newer hub by its code."""
    return _bases().get(code, {}).get(catalogue_key(), code)


@cache
def _bases() -> Mapping[str, Mapping[str, str]]:
    text = resource_path("erasure", "law.json").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = json.loads(text)["bases"]
    return found

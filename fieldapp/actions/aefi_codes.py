"""The verb: load the reactions, criteria and outcomes of this release's AEFI form."""

from __future__ import annotations

import json

from fieldapp.domain.adverse_event import AefiCodes, CodesInvalid, parse_codes
from fieldapp.resource_files import resource_path


def load_aefi_codes() -> AefiCodes:
    """The codes under resources/aefi. Raises CodesInvalid."""
    try:
        document = json.loads(resource_path("aefi", "codes.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CodesInvalid(where="the file's content") from error
    if not isinstance(document, dict):
        raise CodesInvalid(where="the file's content")
    return parse_codes(document)

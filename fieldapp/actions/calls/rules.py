"""The verb: load the rules about calls of this release."""

from __future__ import annotations

import json
from functools import cache

from fieldapp.domain.call import CallRules, CallRulesInvalid, parse_call_rules
from fieldapp.resource_files import resource_path


@cache
def load_call_rules() -> CallRules:
    """Raises CallRulesInvalid. Read once: a release's resources do not change while it runs."""
    try:
        document = json.loads(resource_path("calls", "rules.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CallRulesInvalid(where="the file's content") from error
    if not isinstance(document, dict):
        raise CallRulesInvalid(where="the file's content")
    return parse_call_rules(document)

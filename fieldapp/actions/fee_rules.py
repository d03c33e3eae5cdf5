"""The verb: load the fee rule of a programme, if it has one."""

from __future__ import annotations

import json
from functools import cache

from fieldapp.domain.fees import FeeRule, FeeRuleInvalid, parse_fee_rule
from fieldapp.resource_files import resource_path


@cache
def load_fee_rule(programme: str) -> FeeRule | None:
    """The file of this name under resources/fees; None where a programme takes no fees.

    Raises FeeRuleInvalid. Read once: a release's resources do not change while it runs.
    """
    try:
        document = json.loads(resource_path("fees", f"{programme}.json").read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise FeeRuleInvalid(where="the file's content") from error
    if not isinstance(document, dict):
        raise FeeRuleInvalid(where="the file's content")
    return parse_fee_rule(document)

"""The central server's commands for programs that read from it: let in, list, end."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from fieldapp.cli.hub_opening import operators_desk, reading
from fieldapp.hub.running import unix_time
from fieldapp.reports.cells import utc_of_or_none

if TYPE_CHECKING:
    from fieldapp.hub.api.tokens import Token


def add_token(arguments: argparse.Namespace) -> int:
    """`fieldapp hub add-token NAME --scope S --until DATE`: the token alone on stdout."""
    from fieldapp.hub.api import tokens
    from fieldapp.hub.api.scopes import Scope

    scopes = {Scope(scope) for scope in arguments.scopes}
    with operators_desk(arguments) as desk:
        token = tokens.add_token(desk, arguments.name, scopes, arguments.until)
    print(token)
    return 0


def end_token(arguments: argparse.Namespace) -> int:
    """`fieldapp hub end-token NAME`."""
    from fieldapp.hub.api import tokens

    with operators_desk(arguments) as desk:
        tokens.end_token(desk, arguments.name)
    print(f"The token of {arguments.name} opens nothing any more.")
    return 0


def listed(arguments: argparse.Namespace) -> int:
    """`fieldapp hub tokens`: never a token itself."""
    from fieldapp.hub.api import tokens

    with reading(arguments) as connection:
        known = tokens.tokens(connection)
    now_s = unix_time()
    rows = [_row(token, now_s) for token in known]
    if arguments.json:
        print(json.dumps(rows))
        return 0
    for row in rows:
        used = f"last used {row['used']}" if row["used"] else "never used"
        scopes = ", ".join(row["scopes"])
        print(f"{row['name']}  {row['state']}  until {row['until']}  {scopes}  ({used})")
    if not rows:
        print("No program has access.")
    return 0


def _row(token: Token, now_s: int) -> dict[str, Any]:
    state = "ended" if token.ended_s is not None else "holds" if token.holds(now_s) else "over"
    return {
        "name": token.name,
        "state": state,
        "until": token.last_day.isoformat(),
        "scopes": sorted(token.scopes),
        "used": utc_of_or_none(token.used_s),
        "made": utc_of_or_none(token.made_s),
        "made_by": token.made_by,
    }

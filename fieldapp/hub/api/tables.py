"""The table of tokens: of each only the hash. It names programs, and nobody vaccinated."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table, Text

from fieldapp.hub.columns import Big
from fieldapp.hub.schema import truth

# `scopes` with blanks between; `until_s` is exclusive. A name is never given again.
api_token = Table(
    "api_token",
    truth,
    Column("name", String(60), primary_key=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("scopes", Text, nullable=False),
    Column("made_s", Big, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("until_s", Big, nullable=False),
    Column("used_s", Big),
    Column("ended_s", Big),
    Column("ended_by", Text),
)

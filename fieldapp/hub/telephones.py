"""The number under which a team is called when nothing comes from its laptop, as an administrator
noted it; of the laptop, because that is what is silent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Column, Connection, ForeignKey, Integer, Table, delete, select

from fieldapp.domain.documents import phone
from fieldapp.hub import schema
from fieldapp.hub.columns import Words
from fieldapp.hub.errors import HubError
from fieldapp.hub.upserts import put

team_telephone = Table(
    "team_telephone",
    schema.truth,
    Column("device", Integer, ForeignKey("device.no"), primary_key=True),
    Column("e164", Words, nullable=False),
)
_row = team_telephone.c


class BadTelephone(HubError):
    """What was typed cannot be dialled."""

    happened = "This is no number that can be called."
    safe = "Nothing was changed."
    next_step = "Write it as people in China write their own, or with + and the country's number."


def telephones(connection: Connection, laptops: Iterable[int]) -> dict[int, str]:
    """E.164 by laptop, of those that have one."""
    wanted = select(_row.device, _row.e164).where(_row.device.in_(list(laptops)))
    return {device: e164 for device, e164 in connection.execute(wanted)}


def note_telephone(connection: Connection, laptop: int, typed: str, today: date) -> str:
    """Note it, or take it away where nothing was typed; what stands now. Raises BadTelephone."""
    if not typed.strip():
        connection.execute(delete(team_telephone).where(_row.device == laptop))
        return ""
    read = phone.read(typed, today)
    if "e164" not in read.fields:
        raise BadTelephone()
    e164 = str(read.fields["e164"])
    put(connection, team_telephone, [{"device": laptop, "e164": e164}], over=("e164",))
    return e164

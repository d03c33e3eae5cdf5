"""Whose messages changed, held back a little before it is published: the delivery report mostly
comes a moment after the message, and thousands go out in one run. So a region gets a few full
segments with both in them, not one for every few seconds of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, literal, select

from fieldapp.hub.fold.stirred import stir
from fieldapp.hub.messages.tables import message, message_news
from fieldapp.hub.store import Store

HOLD_S = 60
_news = message_news.c
_OLDEST = select(_news.noted_s).order_by(_news.no).limit(1)


def note(connection: Connection, which: Any, now_s: int) -> None:
    """Something else is to be told of these rows of `message` from now on."""
    people = select(message.c.person, literal(now_s, _news.noted_s.type)).where(which)
    connection.execute(insert(message_news).from_select(["client", "noted_s"], people))


def pass_on(store: Store, now_s: int, hold_s: int = HOLD_S) -> int:
    """Let it be published, once the oldest was held long enough; of how many people."""
    with store.reading() as connection:
        oldest = connection.execute(_OLDEST).scalar()
    if oldest is None or 0 <= now_s - oldest < hold_s:  # a clock put back holds nothing for long
        return 0
    with store.writing() as connection:
        rows = connection.execute(select(_news.no, _news.client)).all()
        people = {client for _, client in rows}
        stir(connection, people)
        last = max((no for no, _ in rows), default=0)
        connection.execute(delete(message_news).where(_news.no <= last))
    return len(people)

"""What a piece of work asks of its database, counted: a bound that no machine changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.engine import Engine


@contextmanager
def counted(engine: Engine) -> Iterator[Counter[str]]:
    """Every statement sent until the `with` ends, and how often; one for many rows is one.
    SQLite's own BEGIN is not counted, as PostgreSQL's is not."""
    sent: Counter[str] = Counter()

    def note(_c: object, _cu: object, sql: str, *_: object) -> None:
        if not sql.startswith("BEGIN"):
            sent[" ".join(sql.split())] += 1

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def told(sent: Counter[str]) -> str:
    """For whoever has to find out what became more."""
    return f"{sent.total()} statements:\n" + "\n".join(
        f"{often:4} {sql[:150]}" for sql, often in sent.most_common()
    )

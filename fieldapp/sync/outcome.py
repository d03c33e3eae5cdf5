"""What a sync came to, for people, screens and scripts."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.sync.errors import SyncError

ROAD = "http"
DONE = "Everything on this laptop is confirmed by the hub."
MORE_CAME = "The hub confirmed all that was there; what was recorded meanwhile waits."
SENT_AGAIN = (
    "The hub had been put back to an older state. It got again what it lacked: "
    "everything on this laptop is confirmed."
)
NEWS_LATER = (
    "Everything on this laptop is confirmed by the hub. "
    "The rest of the news (roster) did not arrive; it goes on next time."
)


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a running sync is, in events: of `total`, `held` are known to be at the hub."""

    held: int
    total: int
    requests: int
    bytes_out: int


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """One finished sync.

    `sent` and `confirmed` count dose records, `entries_*` events of every kind. What an earlier
    sync sent and this one learned to be confirmed counts as confirmed here. Bytes are those of
    HTTP, without TLS and TCP. `next_after_s` is the hub's wish for the next contact. `carried`
    counts doses of neighbours, held here until now, for which the hub has signed. `sent_again`
    counts events that the hub had confirmed before and lacked now. `unfinished` is
    why the news from the hub (rosters, keys) ended early, after every record was confirmed.
    """

    sent: int
    confirmed: int
    received: int
    entries_sent: int
    entries_confirmed: int
    waiting: int
    entries_waiting: int
    bytes_out: int
    bytes_in: int
    seconds: float
    requests: int
    happened: str
    next_after_s: int | None = None
    carried: int = 0
    sent_again: int = 0
    unfinished: SyncError | None = None

    def in_words(self) -> str:
        """What happened, and what it cost on the wire."""
        size, each = self.bytes_out + self.bytes_in, ""
        if self.sent:
            each = f", {size / self.sent:.1f} bytes a dose"
        road = f"{self.requests} requests, {self.seconds:.1f} s"
        words = f"{self.happened}\n{self.sent} doses sent in {size} bytes{each}; {road}"
        if self.carried:
            words += f"\n{self.carried} doses of neighbours handed in; their receipts wait here"
        if self.sent_again:
            words += f"\n{self.sent_again} records that the hub had lost were sent again"
        return words

    def news_words(self) -> str:
        """Why the rest of the news did not arrive, and what to do; "" when all of it did."""
        if self.unfinished is None:
            return ""
        return (
            f"the rest of the news (roster) did not arrive: {self.unfinished.happened}"
            " Keep working: the next sync goes on from there."
        )

    def as_json(self) -> dict[str, object]:
        """Keys that scripts rely on."""
        return {
            "sent": self.sent,
            "confirmed": self.confirmed,
            "received": self.received,
            "carried": self.carried,
            "sent_again": self.sent_again,
            "waiting": self.waiting,
            "entries_sent": self.entries_sent,
            "entries_confirmed": self.entries_confirmed,
            "entries_waiting": self.entries_waiting,
            "bytes": self.bytes_out + self.bytes_in,
            "bytes_out": self.bytes_out,
            "bytes_in": self.bytes_in,
            "seconds": round(self.seconds, 3),
            "requests": self.requests,
            "happened": self.happened,
            "unfinished": self.news_words() or None,
        }

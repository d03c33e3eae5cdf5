"""What a running hub's answers share: the store, its signing key, the clock, one fold at a time."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from nacl.signing import SigningKey

from fieldapp.hub.fold.projector import catch_up, fold_a_few
from fieldapp.hub.store import Store
from fieldapp.hub.sync_log.attempts import Waiting
from fieldapp.hub.upkeep.faults import Survived
from fieldapp.hub.upkeep.quota import Quota
from fieldapp.hub.upkeep.tally import Tally
from fieldapp.wire.messages import Problem, encode_problem
from fieldapp.wire.signed import sign

if TYPE_CHECKING:
    from fieldapp.hub.messages.due import Ground

_MOST_WAIT_S = 2.0
"""For another thread's fold, in the file: what came is in the answer's tables then, too."""

AWAY_S = 30
"""While the database does not answer: after so long whoever asked may ask again."""


class Part(StrEnum):
    """What a process does of a hub's work; with rights in the database for that alone."""

    LAPTOPS = "laptops"
    PAGES = "pages"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer before it is HTTP. `retry_after_s` only where waiting helps; `keep_s`: how long a
    cache on the way may give the same answer to anybody; `code` is that of a refusal."""

    status: int
    body: bytes
    retry_after_s: int | None = None
    keep_s: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Hub:
    """An open hub. `now_s` is Unix time; `folds`: whether this process may change what follows
    from frames. `ground` reads the programme and the settings by which who is due is decided; None
    where a hub runs without."""

    store: Store
    now_s: Callable[[], int]
    random: Callable[[int], bytes] = os.urandom
    key: SigningKey = field(init=False, repr=False)
    folding: threading.Lock = field(default_factory=threading.Lock)
    attempts: Waiting = field(default_factory=Waiting)
    tally: Tally = field(default_factory=Tally)
    quota: Quota[int] = field(default_factory=Quota)
    folds: bool = True
    ground: Callable[[], Ground] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.store.keys.receipt_key)

    def problem(
        self, status: int, code: str, words: str, nonce: bytes = b"", wait_s: int | None = None
    ) -> Reply:
        """A signed refusal: `code` is stable, `words` are for logs."""
        body = encode_problem(Problem(nonce, self.now_s(), code, words))
        return Reply(status, sign("problem", body, self.key), wait_s, code=code)

    def fold(self) -> None:
        """Bring the tables up to date, unless another thread takes long over it; on a server as
        far as that is quick and nobody else is at it, for the rest is kept up with beside
        (`keeping_up`).

        Receipts do not wait for this to succeed: what they promise is stored already. So on a
        server one may name what is quarantined only at the laptop's next contact.
        """
        wait_s = 0.0 if self.store.on_server else _MOST_WAIT_S
        if not (self.folds and self.folding.acquire(timeout=wait_s)):
            return
        try:
            with Survived(self.tally, "fold"):
                if self.store.on_server:
                    fold_a_few(self.store)
                else:
                    catch_up(self.store)
        finally:
            self.folding.release()


def unix_time() -> int:
    """This machine's wall clock."""
    return int(time.time())

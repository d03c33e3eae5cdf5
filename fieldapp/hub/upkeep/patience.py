"""How long the hub waits for a client that says nothing, or that does not read its answer.

Otherwise a few hundred connections, each a byte an hour, would keep every laptop out.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS_S = 20.0
"""Between connecting, or the last answer's end, and the end of the next request's headers."""
UNREAD_S = 60.0
"""While our answer waits for room in the network's buffers."""
MOST_CONNECTIONS = 4096
"""Of one process; whoever comes then is asked to come again."""


def allow_many_connections() -> None:
    """As many open files as the system lets this process have; each connection is one."""
    if sys.platform == "win32":
        return
    import resource

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * MOST_CONNECTIONS if most == resource.RLIM_INFINITY else most
    wanted = min(wanted, 2 * MOST_CONNECTIONS)
    if wanted > now:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


class Patient(H11Protocol):
    """A connection that is closed when its client takes too long."""

    _waiting: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        super().connection_made(transport)
        self._waiting = self.loop.call_later(HEADERS_S, self._give_up)

    def data_received(self, data: bytes) -> None:
        begun = self.cycle
        super().data_received(data)
        if self.cycle is not begun:
            self._waiting = _cancelled(self._waiting)
        elif self._between_requests() and self._waiting is None:
            self._waiting = self.loop.call_later(HEADERS_S, self._give_up)

    def _between_requests(self) -> bool:
        return self.cycle is not None and self.cycle.response_complete

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread = self._unread or self.loop.call_later(UNREAD_S, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._unread = _cancelled(self._unread)

    def connection_lost(self, exc: Exception | None) -> None:
        self._waiting, self._unread = _cancelled(self._waiting), _cancelled(self._unread)
        super().connection_lost(exc)

    def _give_up(self) -> None:
        self._waiting = None
        if not self.transport.is_closing():
            self.transport.close()


def _cancelled(timer: asyncio.TimerHandle | None) -> Any:
    if timer is not None:
        timer.cancel()

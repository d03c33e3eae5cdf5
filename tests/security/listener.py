"""Somebody between laptop and hub who keeps every byte of both directions."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_PIECE = 65_536


@dataclass
class Listener:
    """`port` is the door that laptops take; behind it everything goes on to the hub's."""

    hub_port: int
    heard: bytearray = field(default_factory=bytearray, repr=False)
    door: socket.socket = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.door = socket.create_server(("127.0.0.1", 0))

    @property
    def port(self) -> int:
        return int(self.door.getsockname()[1])

    def serve(self) -> None:
        """Until the door is closed."""
        with suppress(OSError):
            while True:
                guest, _ = self.door.accept()
                threading.Thread(target=self._attend, args=(guest,), daemon=True).start()

    def _attend(self, guest: socket.socket) -> None:
        with guest, socket.create_connection(("127.0.0.1", self.hub_port)) as hub:
            back = threading.Thread(target=self._carry, args=(hub, guest), daemon=True)
            back.start()
            self._carry(guest, hub)
            back.join()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(_PIECE):
                self.heard += piece
                target.sendall(piece)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)


@contextmanager
def listening(hub_port: int) -> Iterator[Listener]:
    """A listener before this hub, for as long as it is needed."""
    listener = Listener(hub_port)
    thread = threading.Thread(target=listener.serve, daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        listener.door.shutdown(socket.SHUT_RDWR)
        listener.door.close()
        thread.join(5)

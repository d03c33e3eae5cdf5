"""Small servers on this machine that answer as badly as the real world does."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

from fieldapp.sync.http_link import Patience

Serve = Callable[[socket.socket, bytes], None]
"""Gets the connection and one whole request; whatever it sends is the answer."""


class BadServer:
    """Accepts connections one after another and lets `serve` answer each request on them.

    `requests` keeps every whole request as received; `accepted` counts connections.
    """

    def __init__(self, serve: Serve, context: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self.accepted = 0
        self.serve = serve
        self._context = context
        self._closed = False
        self._open: socket.socket | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        scheme = "http" if self._context is None else "https"
        return f"{scheme}://localhost:{self.port}"

    def close(self) -> None:
        self._closed = True
        if self._open is not None:
            with contextlib.suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
            pass
        self._thread.join(5)
        self._listener.close()

    def _run(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closed:
                connection.close()
                return
            self.accepted += 1
            self._open = connection
            with contextlib.suppress(OSError), contextlib.closing(connection):
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        if self._context is not None:
            connection = self._context.wrap_socket(connection, server_side=True)
        with contextlib.closing(connection):
            while request := read_request(connection):
                self.requests.append(request)
                self.serve(connection, request)


def read_request(connection: socket.socket) -> bytes:
    """One whole HTTP request with its body, or b"" when the other side has gone."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        if not piece:
            return b""
        received += piece
        if not received[:1].isalpha():
            return received  # somebody says hello in TLS
    head, _, body = received.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    while len(body) < length and (piece := connection.recv(65536)):
        body += piece
    return head + b"\r\n\r\n" + body


def response(status: int, body: bytes, *headers: str) -> bytes:
    """A whole HTTP answer."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def answering(*answers: bytes) -> Serve:
    """Sends these bytes whatever is asked: the first answer first, the last one for ever."""
    left = list(answers)

    def serve(connection: socket.socket, request: bytes) -> None:
        connection.sendall(left.pop(0) if len(left) > 1 else left[0])

    return serve


def breaking_off(answer: bytes) -> Serve:
    """Sends these bytes and closes the connection."""

    def serve(connection: socket.socket, request: bytes) -> None:
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_RDWR)

    return serve


def silent(connection: socket.socket, request: bytes) -> None:
    """Says nothing and waits for the other side to lose patience."""
    connection.recv(1)


def patience_with(serve: Serve) -> Patience | None:
    """A moment for who says nothing; for everybody else as long as it takes on a busy machine."""
    return Patience(read_s=lambda size: 0.2) if serve is silent else None


@contextlib.contextmanager
def serving(serve: Serve, context: ssl.SSLContext | None = None) -> Iterator[BadServer]:
    """A BadServer for the length of a `with`."""
    server = BadServer(serve, context)
    try:
        yield server
    finally:
        server.close()


def closed_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port

"""The road to another system's FHIR server: one connection, one authority believed, one answer at a
time. Knows HTTP and not what is sent; no body and no token is ever in a message or a log."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from fieldapp.domain.backoff import parse_retry_after
from fieldapp.hub.push.errors import BadTarget, NoAuthority, ServerAway, ServerUnfit
from fieldapp.wire.road import is_loopback, one_authority_context

FHIR = "application/fhir+json"
ANSWER_S, WHOLE_S = 60.0, 300.0
"""How long a server may say nothing, and how long a bundle and its answer may take in all."""
_MOST_ANSWER = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said; `body` {} where it was no JSON."""

    status: int
    body: Mapping[str, Any]
    wait_s: int | None = None


@dataclass
class Link:
    """One server; `close` when done. `secret` is the whole Authorization header, or empty."""

    url: str
    ca_pem: str | None = None
    secret: str = field(default="", repr=False)
    timeout_s: float = ANSWER_S
    whole_s: float = WHOLE_S
    _open: http.client.HTTPConnection | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Raises BadTarget, NoAuthority."""
        address = urlsplit(self.url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise BadTarget(url=self.url, why="it is no address of the web")
        if address.username or address.password or address.query or address.fragment:
            raise BadTarget(url=address.hostname, why="it holds more than host and path")
        if address.scheme == "http" and not is_loopback(address.hostname):
            raise BadTarget(url=self.url, why="it is not encrypted")
        self._context = _context(self.ca_pem) if address.scheme == "https" else None
        self._host, self._port = address.hostname, address.port
        self._path = address.path.rstrip("/") or "/"

    def post(self, bundle: str) -> Answer:
        """Hand a bundle over. Raises ServerAway, ServerUnfit."""
        connection = self._open = self._open or self._connection()
        try:
            if connection.sock is None:
                connection.connect()
            with _at_most(self.whole_s, connection.sock):
                connection.request("POST", self._path, bundle.encode(), self._headers())
                with connection.getresponse() as response:
                    raw = response.read(_MOST_ANSWER)
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise ServerUnfit(why="its certificate is not of the authority that was named") from (
                error
            )
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ServerAway(why=_why(error)) from error
        wait_s = parse_retry_after(response.headers.get("Retry-After"))
        if response.will_close or len(raw) == _MOST_ANSWER:
            self.close()
        return Answer(response.status, _read(raw), wait_s)

    def close(self) -> None:
        """Let the connection go."""
        if self._open is not None:
            self._open.close()
        self._open = None

    def _connection(self) -> http.client.HTTPConnection:
        if self._context is not None:
            return http.client.HTTPSConnection(
                self._host, self._port, timeout=self.timeout_s, context=self._context
            )
        return http.client.HTTPConnection(self._host, self._port, timeout=self.timeout_s)

    def _headers(self) -> dict[str, str]:
        said = {"Content-Type": f"{FHIR}; charset=utf-8", "Accept": FHIR, "User-Agent": "fieldapp"}
        return said | ({"Authorization": self.secret} if self.secret else {})


@contextmanager
def _at_most(seconds: float, line: socket.socket) -> Iterator[None]:
    """Cut a connection off that takes longer: who sends a byte now and then is never silent. Raises
    TimeoutError."""
    over = threading.Event()

    def cut() -> None:
        over.set()
        with suppress(OSError):  # of TLS, too, what is beneath it
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if over.is_set():
            raise TimeoutError


def _context(ca_pem: str | None) -> ssl.SSLContext:
    if ca_pem is None:
        raise NoAuthority(why="no certificate was named")
    try:
        return one_authority_context(ca_pem)
    except ValueError as error:
        raise NoAuthority(why="the file holds no certificate") from error


def _read(raw: bytes) -> Mapping[str, Any]:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return getattr(error, "strerror", None) or type(error).__name__

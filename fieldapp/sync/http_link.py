"""The road by HTTP: one session to one hub, its certificate checked against one authority.

Carries bytes and names what went wrong; knows nothing of frames and receipts.
"""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import requests
import urllib3
from requests.utils import get_environ_proxies

from fieldapp.domain.backoff import parse_retry_after
from fieldapp.sync.errors import (
    AnswerTooLong,
    ConnectionCut,
    HubSilent,
    HubUnreachable,
    SyncError,
    TlsWrong,
    TruncatedReply,
    UnsignedAnswer,
)
from fieldapp.sync.hub_address import parse_hub_url
from fieldapp.sync.link import ENROL_PATH, HELLO_PATH, SYNC_PATH, Answer
from fieldapp.sync.pace import read_timeout_s
from fieldapp.sync.tls import (
    OneAuthorityAdapter,
    causes,
    empty_context,
    one_authority_context,
    why_tls_failed,
)

CHUNK_BYTES = 16 * 1024
MOST_ANSWER_BYTES = 2 * 1024 * 1024
"""More than any hub sends in one reply; a portal's page of 10 MB is dropped here."""
MOST_HELLO_BYTES = 16 * 1024
LEAST_BYTES_A_SECOND = 1024


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: for a connection, and for the answer to a body of so many bytes."""

    connect_s: float = 10.0
    read_s: Callable[[int], float] = read_timeout_s


class HttpLink:
    """A `HubLink` by HTTP. One thread at a time; `close` when done."""

    def __init__(
        self,
        hub_url: str,
        ca_pem: str | None,
        *,
        patience: Patience | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Raises BadHubAddress, PlainHttpRefused, or TlsWrong when `ca_pem` holds no certificate.

        Environment proxies are used, except to this machine; nothing else of the environment is
        (no .netrc, no CA bundle of the system's choice).
        """
        address = parse_hub_url(hub_url)
        self._base = address.base
        self._patience = patience or Patience()
        self._monotonic = monotonic
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers.update({"User-Agent": "fieldapp", "Accept-Encoding": "identity"})
        if not address.loopback:
            self._session.proxies.update(get_environ_proxies(self._base))
        context = empty_context() if ca_pem is None else one_authority_context(ca_pem)
        self._session.mount("https://", OneAuthorityAdapter(context))
        self._session.mount("http://", OneAuthorityAdapter(empty_context()))

    def close(self) -> None:
        """Let the connection go."""
        self._session.close()

    def hello(self, nonce: bytes) -> Answer:
        """GET /v1/hello; the nonce travels as hexadecimal digits."""
        return self._call("GET", f"{HELLO_PATH}?n={nonce.hex()}", b"", {}, MOST_HELLO_BYTES)

    def sync(self, body: bytes, authorization: str) -> Answer:
        """POST /v1/sync."""
        headers = {"Authorization": authorization}
        return self._call("POST", SYNC_PATH, body, headers, MOST_ANSWER_BYTES)

    def enrol(self, body: bytes) -> Answer:
        """POST /v1/enrol; the proof is inside the body."""
        return self._call("POST", ENROL_PATH, body, {}, MOST_ANSWER_BYTES)

    def fetch(self, path: str, span: tuple[int, int] | None = None) -> Answer:
        """GET a file of the hub, or some of its bytes."""
        headers = {} if span is None else {"Range": f"bytes={span[0]}-{span[1] - 1}"}
        return self._call("GET", path, b"", headers, MOST_ANSWER_BYTES)

    def _call(
        self, method: str, path: str, body: bytes, headers: dict[str, str], most_bytes: int
    ) -> Answer:
        started = self._monotonic()
        read_s = self._patience.read_s(len(body))
        with named_failures(), self._open(method, path, body, headers, read_s) as response:
            received = self._read(response, started + self._patience.connect_s + read_s, most_bytes)
        return Answer(
            status=response.status_code,
            body=received,
            seconds=self._monotonic() - started,
            bytes_out=_header_bytes(response.request.headers) + len(method + path) + len(body),
            bytes_in=_header_bytes(response.headers) + len(received),
            retry_after_s=parse_retry_after(response.headers.get("Retry-After")),
        )

    def _open(
        self, method: str, path: str, body: bytes, headers: dict[str, str], read_s: float
    ) -> requests.Response:
        # A stream goes out in small pieces, each with a time limit of its own; bytes would have
        # to pass a slow link whole within the time to connect.
        return self._session.request(
            method,
            self._base + path,
            data=BytesIO(body) if body else None,
            headers={**headers, "Content-Type": "application/cbor"} if body else headers,
            timeout=(self._patience.connect_s, read_s),
            allow_redirects=False,
            stream=True,
        )

    def _read(self, response: requests.Response, deadline: float, most_bytes: int) -> bytes:
        """The body as sent, never more than `most_bytes` of it and never past the deadline, which
        every kilobyte that came moves by a second: a long answer may come slowly, but must come."""
        received = bytearray()
        while piece := response.raw.read1(CHUNK_BYTES, decode_content=False):
            received += piece
            if len(received) > most_bytes:
                raise AnswerTooLong
            if self._monotonic() > deadline + len(received) / LEAST_BYTES_A_SECOND:
                raise HubSilent
        return bytes(received)


def _header_bytes(headers: Mapping[str, str | bytes]) -> int:
    return sum(len(name) + len(value) + 4 for name, value in headers.items())


@contextmanager
def named_failures() -> Iterator[None]:
    """Give every way a connection can fail the name that a person is told."""
    try:
        yield
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise name_failure(error) from error


def name_failure(error: BaseException) -> SyncError:
    """The failure behind what requests, urllib3 or a socket raised."""
    if why := why_tls_failed(error):
        return TlsWrong(why=why)
    kinds = causes(error)
    for failure, wrapped in _NAMES:
        if any(isinstance(cause, wrapped) for cause in kinds):
            return failure()
    if any(isinstance(cause, OSError) and not _is_wrapper(cause) for cause in kinds):
        return ConnectionCut()
    return UnsignedAnswer()


def _is_wrapper(error: BaseException) -> bool:
    return isinstance(error, requests.RequestException)


_NAMES: tuple[tuple[Callable[[], SyncError], tuple[type[BaseException], ...]], ...] = (
    (
        HubUnreachable,
        (
            requests.exceptions.ConnectTimeout,
            requests.exceptions.ProxyError,
            urllib3.exceptions.NewConnectionError,
            urllib3.exceptions.NameResolutionError,
        ),
    ),
    (TruncatedReply, (urllib3.exceptions.IncompleteRead, http.client.IncompleteRead)),
    (HubSilent, (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError, TimeoutError)),
    (ConnectionCut, (http.client.RemoteDisconnected, ssl.SSLError)),
)
"""First match names the failure; what is neither here nor an OSError spoke no proper HTTP."""

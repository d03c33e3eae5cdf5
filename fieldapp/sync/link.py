"""What a road to the hub looks like to an exchange: three calls that carry bytes.

HTTP, a fake in a test, and later a neighbour laptop all look alike from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

SYNC_PATH = "/v1/sync"
HELLO_PATH = "/v1/hello"
ENROL_PATH = "/v1/enrol"
REGISTRY_PATH = "/v1/registry"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whatever came back, believed by nobody yet.

    Bytes count the body and the HTTP header, not TLS and TCP; `seconds` is the whole round trip.
    `retry_after_s` is None when the answer named no time.
    """

    status: int
    body: bytes
    seconds: float = 0.0
    bytes_out: int = 0
    bytes_in: int = 0
    retry_after_s: int | None = None


class FileLink(Protocol):
    """A road by which a large file comes piece by piece. Raises SyncError subclasses."""

    def fetch(self, path: str, span: tuple[int, int] | None = None) -> Answer:
        """A file of the hub, or its bytes from the first number up to before the second."""
        ...


class HubLink(Protocol):
    """A road to one hub. Calls block, and raise SyncError subclasses when no whole answer came."""

    def hello(self, nonce: bytes) -> Answer:
        """Ask for a signed sign of life; carries nothing of ours."""
        ...

    def sync(self, body: bytes, authorization: str) -> Answer:
        """Deliver a sync request with its signature. Safe to repeat."""
        ...

    def enrol(self, body: bytes) -> Answer:
        """Deliver an enrolment request."""
        ...

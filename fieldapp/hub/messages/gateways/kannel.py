"""Kannel's `sendsms`, by POST: user, password and text travel in headers and body, never in an
address, so that no log of addresses holds them."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from fieldapp.domain.sms import Alphabet, alphabet_of
from fieldapp.hub.messages.errors import SettingsInvalid
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing, Receipt

REPORT_PATH = "/v1/messages"
"""Where delivery reports come in: `REPORT_PATH/{ref}/{type}`, as Kannel writes its %d."""
DELIVERED, FAILED, SMSC_TOOK, SMSC_REFUSED = 1, 2, 8, 16
_MASK = DELIVERED | FAILED | SMSC_TOOK | SMSC_REFUSED
_CODING = {Alphabet.GSM_7: "0", Alphabet.UCS_2: "2"}
_ANSWER_S = 30.0
_MOST_ANSWER = 2000


class Kannel:
    """One smsbox."""

    def __init__(
        self, entry: Mapping[str, Any], secret: tuple[str, str], timeout_s: float = _ANSWER_S
    ) -> None:
        address = urlsplit(_text(entry, "url"))
        if address.scheme not in ("http", "https") or not address.hostname or address.query:
            raise SettingsInvalid(file="settings.json", where="gateways, kannel, url")
        self._address, self._timeout_s = address, timeout_s
        self._sender, self._report_url = _text(entry, "sender"), _text(entry, "report_url")
        self._secret = secret

    def send(self, message: Outgoing) -> Answer:
        """One POST. Until the request has left nothing can have been taken; after that, silence
        leaves it unsure."""
        connection = self._connection()
        try:
            connection.connect()
        except OSError as error:
            return Answer(Fate.LATER, why=_why(error))
        try:
            body = message.text.encode("utf-8")
            connection.request("POST", self._address.path or "/", body, self._headers(message))
            answer = connection.getresponse()
            return _read(answer.status, answer.read(_MOST_ANSWER))
        except (OSError, http.client.HTTPException) as error:
            return Answer(Fate.UNSURE, why=_why(error))
        finally:
            connection.close()

    def fate_of(self, ref: str) -> Answer:
        """Kannel cannot be asked; its delivery report will tell."""
        return Answer(Fate.UNSURE, why="the program ended before the answer came")

    def receipts(self) -> Iterator[Receipt]:
        """None: reports come to the hub's own address."""
        return iter(())

    def close(self) -> None:
        """Nothing stays open."""

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self._address.hostname or "", self._address.port
        if self._address.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(host, port, timeout=self._timeout_s, context=context)
        return http.client.HTTPConnection(host, port, timeout=self._timeout_s)

    def _headers(self, message: Outgoing) -> dict[str, str]:
        user, password = self._secret
        return {
            "Content-Type": "text/plain; charset=UTF-8",
            "X-Kannel-Username": user,
            "X-Kannel-Password": password,
            "X-Kannel-From": self._sender,
            "X-Kannel-To": message.phone,
            "X-Kannel-Coding": _CODING[alphabet_of(message.text)],
            "X-Kannel-DLR-Mask": str(_MASK),
            "X-Kannel-DLR-Url": f"{self._report_url}{REPORT_PATH}/{message.ref}/%d",
        }


def _read(status: int, body: bytes) -> Answer:
    """`0: Accepted for delivery` and `3: Queued for later delivery` are a yes; a full queue and
    trouble inside are for later; the rest (who are you, no such route) needs a person."""
    words = " ".join(body.decode("utf-8", "replace").split())[:80]
    if status == http.client.ACCEPTED:
        return Answer(Fate.TAKEN)
    if status in (http.client.SERVICE_UNAVAILABLE, http.client.FORBIDDEN, http.client.UNAUTHORIZED):
        return Answer(Fate.LATER, why=f"{status} {words}")
    if http.client.BAD_REQUEST <= status < http.client.INTERNAL_SERVER_ERROR:
        return Answer(Fate.NEVER, why=f"{status} {words}")
    return Answer(Fate.UNSURE, why=f"{status} {words}")


def _why(error: Exception) -> str:
    if isinstance(error, socket.timeout):
        return "no answer in time"
    return getattr(error, "strerror", None) or type(error).__name__


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.isprintable() or not value:
        raise SettingsInvalid(file="settings.json", where=f"gateways, kannel, {name}")
    return value

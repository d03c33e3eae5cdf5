"""Whom a connection trusts: the organisation's own certificate authority and nobody else."""

from __future__ import annotations

import ssl
from typing import Any

from requests.adapters import HTTPAdapter

from fieldapp.sync.errors import TlsWrong
from fieldapp.wire import road

SEND_PIECE_BYTES = 4 * 1024


def one_authority_context(ca_pem: str) -> ssl.SSLContext:
    """TLS 1.2 or newer, host name checked, only `ca_pem` believed. Raises TlsWrong."""
    try:
        return road.one_authority_context(ca_pem)
    except ValueError as error:
        raise TlsWrong(why="the organisation's certificate file cannot be read") from error


def empty_context() -> ssl.SSLContext:
    """Trusts nobody: an encrypted address without the organisation's certificate stays closed."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class OneAuthorityAdapter(HTTPAdapter):
    """Makes the connections of a session, all with one SSL context of ours."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(ssl_context=self._context, blocksize=SEND_PIECE_BYTES)
        super().init_poolmanager(*args, **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        kwargs.update(ssl_context=self._context, blocksize=SEND_PIECE_BYTES)
        return super().proxy_manager_for(proxy, **kwargs)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """requests would add the public authorities to our context here; we add nobody."""
        conn.cert_reqs = "CERT_REQUIRED"


def why_tls_failed(error: BaseException) -> str | None:
    """The reason in words when somewhere below is a failed proof; None for a mere broken line."""
    for cause in causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _WHY_NOT_VERIFIED.get(cause.verify_code, "its certificate is not one of ours")
        if isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return None
        if isinstance(cause, ssl.SSLError):
            return "it does not speak proper encryption"
    return None


_WHY_NOT_VERIFIED = {
    9: "its certificate is not yet valid by this laptop's date",
    10: "its certificate has expired by this laptop's date",
    62: "its certificate is for another name",
    64: "its certificate is for another address",
}
"""OpenSSL's X509_V_ERR numbers that a person can do something about."""


def causes(error: BaseException) -> list[BaseException]:
    """An exception and everything it wraps: __cause__, __context__, `reason`, and its arguments."""
    found: list[BaseException] = []
    todo: list[object] = [error]
    while todo:
        here = todo.pop(0)
        if not isinstance(here, BaseException) or here in found:
            continue
        found.append(here)
        todo += [*here.args, getattr(here, "reason", None), here.__cause__, here.__context__]
    return found

"""Forms are only taken from our own pages: a token that belongs to the visitor's cookie, and the
Origin that the browser names."""

from __future__ import annotations

import base64
import hmac
from urllib.parse import urlsplit

FIELD = "form"


def token_for(cookie: str) -> str:
    """What a form carries for the holder of a cookie; tells nothing about the cookie."""
    digest = hmac.digest(cookie.encode(), b"form", "sha256")
    return base64.urlsafe_b64encode(digest[:18]).decode("ascii")


def is_ours(cookie: str | None, field: str, origin: str | None, host: str) -> bool:
    """Whether a form came from a page that this hub made for this visitor."""
    if not cookie or not origin:
        return False
    same_host = urlsplit(origin).netloc.casefold() == host.casefold() != ""
    return same_host and hmac.compare_digest(token_for(cookie).encode(), field.encode())

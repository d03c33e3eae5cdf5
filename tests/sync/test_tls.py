"""Only the organisation's own authority proves a hub; nothing on the machine can add another."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
import requests.adapters

from fieldapp.sync.errors import TlsWrong
from fieldapp.sync.http_link import HttpLink
from tests.sync.authorities import Authority
from tests.sync.servers import answering, response, serving


def send(url: str, ca_pem: str | None) -> bytes:
    """Try to deliver records on a link of its own."""
    with closing(HttpLink(url, ca_pem)) as link:
        return link.sync(b"records", "VX1 test").body


HELLO = response(200, b"hello")


def test_a_hub_with_our_authoritys_certificate_is_reached(tmp_path: Path) -> None:
    ours = Authority()
    with serving(answering(HELLO), ours.server(tmp_path)) as server:
        assert send(server.url, ours.pem) == b"hello"


def test_an_expired_certificate_is_named_as_such(tmp_path: Path) -> None:
    ours = Authority()
    context = ours.server(tmp_path, days_left=-1)
    with serving(answering(HELLO), context) as server:
        with pytest.raises(TlsWrong, match="expired"):
            send(server.url, ours.pem)
        assert server.requests == []


def test_somebody_elses_authority_gets_not_one_byte(tmp_path: Path) -> None:
    with serving(answering(HELLO), Authority("Stranger").server(tmp_path)) as server:
        with pytest.raises(TlsWrong, match="not one of ours"):
            send(server.url, Authority().pem)
        assert server.requests == []


def test_our_own_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    ours = Authority()
    with serving(answering(HELLO), ours.server(tmp_path, host="other.example.org")) as server:
        with pytest.raises(TlsWrong, match="another name"):
            send(server.url, ours.pem)
        assert server.requests == []


def test_the_public_authorities_of_this_machine_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = Authority("Public Authority")
    bundle = tmp_path / "bundle.pem"
    bundle.write_text(public.pem)
    monkeypatch.setattr(requests.adapters, "DEFAULT_CA_BUNDLE_PATH", str(bundle))
    for variable in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(variable, str(bundle))
    with serving(answering(HELLO), public.server(tmp_path)) as server:
        for ca_pem in (Authority().pem, None):
            with pytest.raises(TlsWrong):
                send(server.url, ca_pem)
        assert server.requests == []


def test_a_door_that_does_not_speak_tls_is_refused(tmp_path: Path) -> None:
    with serving(answering(HELLO)) as server, pytest.raises(TlsWrong):
        send(f"https://localhost:{server.port}", Authority().pem)


@pytest.mark.parametrize("text", ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAA=="])
def test_an_unreadable_certificate_file_is_said_before_anything_is_sent(text: str) -> None:
    with pytest.raises(TlsWrong, match="cannot be read"):
        HttpLink("https://localhost:1", text)

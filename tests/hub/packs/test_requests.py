"""Requests are found on a stick and in what was pasted, and a cut one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.packs.errors import NoRequests, RequestUnreadable
from fieldapp.hub.packs.requests import requests_at, requests_in
from fieldapp.wire.enrol_code import EnrolCode
from tests.hub.packs.asking import line, request

CODE = EnrolCode(b"test", b"a secret of test")


def test_a_stick_gives_each_request_once(tmp_path: Path) -> None:
    text = line(CODE)
    (tmp_path / "laptop-1.vxe").write_text(f"{text}\n", "ascii")
    (tmp_path / "laptop-2.vxe").write_text(line(CODE), "ascii")
    (tmp_path / "copy of laptop-1.vxe").write_text(text, "ascii")
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8 a picture")
    assert len(requests_at(tmp_path)) == 2
    assert requests_at(tmp_path / "laptop-1.vxe") == requests_in(f"pasted: {text}")


def test_nothing_asked_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoRequests):
        requests_at(tmp_path)
    with pytest.raises(NoRequests):
        requests_in("hello")
    with pytest.raises(RequestUnreadable):
        requests_at(tmp_path / "gone.vxe")


def test_a_cut_line_is_said() -> None:
    text = line(CODE)
    while len(text.removeprefix("VXE1.")) % 4 != 1:
        text = text[:-1]
    with pytest.raises(RequestUnreadable, match="missing"):
        requests_in(text)
    with pytest.raises(RequestUnreadable, match="newer program"):
        requests_in("VXE9.abcd")
    assert request(CODE) != request(CODE), "each of its own laptop"

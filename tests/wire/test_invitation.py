"""One scan brings the code and the address, and a code alone is one, too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.enrol_code import EnrolCode, read_code, write_code
from fieldapp.wire.invitation import Invitation, read_invitation, write_invitation


@given(st.binary(min_size=4, max_size=4), st.binary(min_size=16, max_size=16))
def test_what_the_hub_shows_is_what_the_laptop_reads(code_id: bytes, secret: bytes) -> None:
    code = EnrolCode(code_id, secret)
    read = read_invitation(write_invitation(write_code(code), "https://hub.example.org:8470"))
    assert (read_code(read.code), read.hub_url) == (code, "https://hub.example.org:8470")


def test_a_code_alone_has_no_address() -> None:
    assert read_invitation(" 7C4M 9QRS\n") == Invitation("7C4M 9QRS", "")


def test_the_code_is_never_in_a_trace() -> None:
    assert "7C4M" not in repr(read_invitation("7C4M-9QRS https://hub.example.org"))

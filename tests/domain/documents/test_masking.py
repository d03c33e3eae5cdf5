from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.client import Document
from fieldapp.domain.documents.masking import mask


def test_a_resident_id_shows_its_place_and_its_end() -> None:
    assert mask(Document("cn-resident-id", "11010519491231002X")) == "1101 05•• •••• •••0 2X"


def test_other_documents_show_only_their_end() -> None:
    assert mask(Document("passport", "L898902C3")) == "••••••2C3"
    assert mask(Document("taiwan-permit", "00000001")) == "•••••001"


def test_a_provisional_number_is_read_out_and_not_hidden() -> None:
    assert mask(Document("provisional", "NP-000012-00345-A")) == "NP-000012-00345-A"


@given(st.sampled_from(["passport", "cn-seafarer", "other-travel-document"]), st.text(max_size=20))
def test_at_least_half_of_any_number_stays_hidden(kind: str, number: str) -> None:
    masked = mask(Document(kind, number))
    assert len(masked) == len(number)
    assert masked.count("•") >= len(number) / 2

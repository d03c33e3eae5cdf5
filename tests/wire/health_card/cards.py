"""Made-up cards, and how hypothesis makes more of them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from fieldapp.wire.health_card import CardDose, HealthCard, IssuingKey
from fieldapp.wire.health_card.content import CVX, PRODUCTS

KEY = IssuingKey(b"made-up key for cards, never a real one!")
OTHER = IssuingKey(b"another made-up key, never a real one!!!")
ISSUER = "https://hub.invalid"
ISSUED = 1_620_440_000
DOSE = CardDose(((CVX, "510"),), date(2021, 5, 8), "TEST-0001", "Beijing Test 1")
CARD = HealthCard(ISSUER, ISSUED, "王测试", date(1980, 5, 17), (DOSE,))

words = st.text(st.characters(codec="utf-8", categories=("L", "N")), max_size=40)
names = words.filter(bool)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
codes = st.tuples(
    st.sampled_from((CVX, PRODUCTS)), st.from_regex("[0-9a-z-]{1,12}", fullmatch=True)
)
doses = st.builds(
    CardDose, st.lists(codes, min_size=1, max_size=2).map(tuple), days, words, words, st.booleans()
)


def _in_order(listed: list[CardDose]) -> tuple[CardDose, ...]:
    return tuple(sorted(listed, key=lambda dose: dose.day))


cards = st.builds(
    HealthCard, st.just(ISSUER), st.integers(0, 2**39), names, st.none() | days,
    st.lists(doses, max_size=6).map(_in_order),
)  # fmt: skip

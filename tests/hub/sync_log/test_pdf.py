"""Promises of the log on paper: the sum first, in both languages, every laptop and what it owes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from fieldapp.hub.sync_log.fonts import NoFont
from fieldapp.hub.sync_log.pdf import write_pdf
from fieldapp.hub.sync_log.proof import proofs
from fieldapp.hub.sync_log.reading import Filter, oldest_first
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            ENGLISH,
            ["0 records unaccounted", "6 records known to be made = 2 waiting on laptops + 4",
             "Owed: known to be made, not here", "5 – 6", "2 attempts", "1 / 1"],
        ),
        (CHINESE, ["0 条记录去向不明", "欠缺：已知记下，尚未到达", "2 次尝试"]),
    ],
)  # fmt: skip
def test_the_paper_says_it_all(
    world: World, tmp_path: Path, language: str, told: list[str]
) -> None:
    laptop = world.laptop(name="微山湖 Boat")
    laptop.give(laptop.register("Wang Xiaoming"))
    world.push_all(laptop)
    laptop.give(laptop.register("Not sent"))
    world.push(laptop, heads=(laptop.head,))
    out, words = tmp_path / "log.pdf", words_of(language)
    with world.store.reading() as connection:
        lines = list(oldest_first(connection, Filter(), 9))
        proven = proofs(connection)
    try:
        write_pdf(out, words, Place(480, language), NOW_S, "ab", lines, proven, {1: "微山湖 Boat"})
    except NoFont:
        pytest.skip("fonts-noto-cjk is not installed here")
    text = "".join(page.extract_text() for page in PdfReader(out).pages).replace("\0", "")
    for part in [*told, "微山湖 Boat", laptop.hash_at(4).hex()[:16]]:
        assert part in text, text
    assert "Wang" not in text

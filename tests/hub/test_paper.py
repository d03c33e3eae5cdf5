"""Promises of papers: Chinese is drawn, tables fit, every page has its number."""

from __future__ import annotations

from pathlib import Path

from pypdf import PageObject, PdfReader

from fieldapp.hub.paper import Paper


def drawn(paper: Paper, out: Path) -> list[PageObject]:
    """Its pages, with more lines than one of them takes."""
    paper.add_page()
    paper.said("日报", 17, "B")
    paper.rows(["Name", "Doses"], (200, 73), "LR", [[f"n{at}", str(at)] for at in range(60)])
    paper.finish(out)
    return list(PdfReader(out).pages)


def texts_of(pages: list[PageObject]) -> list[str]:
    return [page.extract_text().replace("\0", "") for page in pages]


def test_lines_and_tables_are_drawn_over_as_many_pages_as_it_takes(tmp_path: Path) -> None:
    pages = drawn(Paper("foot of 微山湖"), tmp_path / "paper.pdf")
    texts = texts_of(pages)
    assert len(texts) > 1 and "日报" in texts[0] and "n59" in texts[-1]
    assert all(f"{no} / {len(texts)}" in text for no, text in enumerate(texts, start=1))
    assert all("foot of 微山湖" in text for text in texts)
    assert all(page.mediabox.width > page.mediabox.height for page in pages)


def test_a_stamp_is_over_every_sheet_and_moves_nothing(tmp_path: Path) -> None:
    plain = texts_of(drawn(Paper("foot"), tmp_path / "plain.pdf"))
    stamped = texts_of(drawn(Paper("foot", "练习"), tmp_path / "stamped.pdf"))
    assert len(stamped) == len(plain) > 1
    for with_it, without in zip(stamped, plain, strict=True):
        assert with_it.replace("练习", "").split() == without.split() != with_it.split()

"""Promises of papers: Chinese is drawn, tables fit, every page has its number."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from fieldapp.hub.paper import Paper


def test_lines_and_tables_are_drawn_over_as_many_pages_as_it_takes(tmp_path: Path) -> None:
    paper = Paper("foot of 微山湖")
    paper.add_page()
    paper.said("日报", 17, "B")
    paper.rows(["Name", "Doses"], (200, 73), "LR", [[f"n{at}", str(at)] for at in range(60)])
    paper.finish(tmp_path / "paper.pdf")
    pages = PdfReader(tmp_path / "paper.pdf").pages
    texts = [page.extract_text().replace("\0", "") for page in pages]
    assert len(texts) > 1 and "日报" in texts[0] and "n59" in texts[-1]
    assert all(f"{no} / {len(texts)}" in text for no, text in enumerate(texts, start=1))
    assert all("foot of 微山湖" in text for text in texts)
    assert all(page.mediabox.width > page.mediabox.height for page in pages)

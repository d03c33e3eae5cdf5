"""The card as a PDF on A5, as laptops print it: what was given, what is next, and the code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, TextEmphasis, XPos, YPos
from fpdf.fonts import FontFace

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.vaccine import Catalogue
from fieldapp.hub.stamped import Stamped
from fieldapp.hub.sync_log.fonts import FAMILY, add_fonts, close_fonts
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import CHINESE, Words
from fieldapp.reports.codes import QUIET_ZONE, bars_of
from fieldapp.reports.files import write_private
from fieldapp.reports.vaccination_card import CardDose, VaccinationCard

_INK, _MUTED, _ACCENT = (19, 32, 26), (70, 86, 78), (10, 101, 94)
_LINE, _GOOD, _ON_GOOD = (203, 212, 206), (223, 243, 228), (10, 84, 39)
_WIDTH, _HEIGHT, _MARGIN = 148, 210, 12
_CODE_MM, _CODE_AT, _BODY_AT = 46.0, (90.0, 10.0), 60.0
_COLUMNS = (11, 25, 37, 24, 27)


def write_paper(
    out: Path,
    card: VaccinationCard,
    catalogue: Catalogue,
    words: Words,
    *,
    practice: bool = False,
) -> None:
    """Write it, for its owner's eyes alone; `practice`: they are made up. Raises CannotWrite,
    NoFont."""
    paper = Stamped(format=(_WIDTH, _HEIGHT))
    paper.stamp = words("PRACTICE") if practice else ""
    paper.set_margins(_MARGIN, _MARGIN)
    paper.set_auto_page_break(True, _MARGIN)
    add_fonts(paper)
    paper.set_title(words("Vaccination card"))
    paper.add_page()
    _head(paper, card, words)
    paper.set_y(max(paper.get_y() + 3, _BODY_AT))
    _doses(paper, card, catalogue, words)
    _next(paper, card, catalogue, words)
    _foot(paper, card, words)
    content = bytes(paper.output())
    close_fonts(paper)
    write_private(content, out)


def _head(paper: FPDF, card: VaccinationCard, words: Words) -> None:
    beside = _CODE_AT[0] - _MARGIN
    _say(paper, words("Vaccination card"), 16, _ACCENT, bold=True, width=beside)
    paper.ln(2)
    _say(paper, card.name, 13, _INK, bold=True, width=beside)
    if card.document:
        _say(paper, f"{words('Document')} {card.document}", 9.5, _INK, width=beside)
    if born := _born(card, words):
        _say(paper, f"{words('Born')} {born}", 9.5, _INK, width=beside)
    _code(paper, card.signed)


def _born(card: VaccinationCard, words: Words) -> str:
    if card.birth_date is None or card.birth_known_to is not Precision.DAY:
        return card.born
    return Place(0, words.language).day(card.birth_date)


def _code(paper: FPDF, text: str) -> None:
    bars, side = bars_of(text)
    module = _CODE_MM / (side + 2 * QUIET_ZONE)
    paper.set_fill_color(0, 0, 0)
    for bar in bars:
        left = _CODE_AT[0] + (bar.x + QUIET_ZONE) * module
        top = _CODE_AT[1] + (bar.y + QUIET_ZONE) * module
        paper.rect(left, top, bar.modules * module, module, style="F")


def _doses(paper: FPDF, card: VaccinationCard, catalogue: Catalogue, words: Words) -> None:
    heads = [
        words("Dose"), words("Date"), words("Vaccine"), words("Lot"), words("Given by team"),
    ]  # fmt: skip
    paper.set_font(FAMILY, "", 9)
    paper.set_text_color(*_INK)
    paper.set_draw_color(*_LINE)
    with paper.table(
        col_widths=_COLUMNS,
        text_align="LEFT",
        headings_style=FontFace(emphasis=TextEmphasis.B, color=_MUTED, size_pt=8),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        line_height=4.6,
        padding=(0.8, 1),
    ) as table:
        table.row(heads)
        for dose in card.doses:
            table.row(list(_row(dose, catalogue, words)))
    paper.ln(4)


def _row(dose: CardDose, catalogue: Catalogue, words: Words) -> Iterator[str]:
    yield str(dose.number)
    yield Place(0, words.language).day(dose.given_on)
    yield name_on_label(catalogue, dose.vaccine, words)
    yield dose.lot or words("not known")
    yield ", ".join(_givers(dose, words))


def _givers(dose: CardDose, words: Words) -> Iterator[str]:
    yield dose.given_by or (words("elsewhere") if dose.elsewhere else words("not known"))
    if dose.elsewhere:
        proven = dose.evidence == "certificate"
        yield words("from a signed card") if proven else words("as told or from paper")


def name_on_label(catalogue: Catalogue, vaccine_id: str, words: Words) -> str:
    """A product as its label names it, in the language of the paper."""
    vaccine = catalogue.get(vaccine_id)
    if vaccine is None:
        return vaccine_id
    key = "zh-Hans" if words.language == CHINESE else "en"
    return vaccine.name.get(key) or vaccine.name.get("en", vaccine_id)


def _next(paper: FPDF, card: VaccinationCard, catalogue: Catalogue, words: Words) -> None:
    place, several = Place(0, words.language), len(card.next_doses) > 1
    for dose in card.next_doses:
        told = words("Next: dose {n}, from {day}", n=dose.number, day=place.day(dose.due_on))
        name = catalogue.short_name(dose.vaccine)
        _boxed(paper, f"{name} · {told}" if several else told)
    if card.complete:
        _boxed(paper, words("Complete: nothing more is due."))


def _boxed(paper: FPDF, text: str) -> None:
    paper.set_font(FAMILY, "B", 10.5)
    paper.set_text_color(*_ON_GOOD)
    paper.set_fill_color(*_GOOD)
    paper.multi_cell(0, 8, f" {text}", fill=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(1.5)


def _foot(paper: FPDF, card: VaccinationCard, words: Words) -> None:
    place = Place(0, words.language)
    day, at = place.day(card.issued_at.date()), f"{card.issued_at:%H:%M}"
    paper.ln(2)
    _say(paper, words("Known to the hub as of {day}, {time}.", day=day, time=at), 8.5, _INK)
    _say(paper, words("Made again by the vaccination hub on {day}.", day=day), 8.5, _MUTED)
    paper.ln(1.5)
    for line in _advice(card, words):
        _say(paper, line, 8, _MUTED)


def _advice(card: VaccinationCard, words: Words) -> Iterator[str]:
    yield words("Keep this card and show it before the next dose, to whatever team.")
    if card.left_out:
        held = len(card.doses) - card.left_out
        yield words(
            "The code is signed and holds the newest {n} doses; the older ones stand here only.",
            n=held,
        )
    else:
        yield words("The code is signed: any team can prove it without a network.")
    yield words("An older card stays good; where the two differ, this one counts.")


def _say(
    paper: FPDF, text: str, size: float, color: tuple[int, int, int], *, bold: bool = False,
    width: float = 0,
) -> None:  # fmt: skip
    paper.set_font(FAMILY, "B" if bold else "", size)
    paper.set_text_color(*color)
    paper.multi_cell(width, size * 0.5, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

"""Papers onto paint devices: PDF bytes, pictures, printers. Works in any thread, on one paper.

Everything is laid out for one fixed resolution and then scaled, so that lines break at the same
words on the screen, in the PDF and on the printer.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from fieldapp.ui.print.codes import draw_code
from fieldapp.ui.print.page_breaks import page_breaks
from fieldapp.ui.print.paper import Paper
from fieldapp.ui.print.sheets import Box

_DPI = 600
_MM = _DPI / 25.4
_INK = "#13201A"
_SMALLEST = 0.75
_STAMP = 0.17  # of the shorter side: the letters of a stamp
_STAMP_INK = QColor(138, 26, 21, 90)
_STEP = 0.05

# Latin letters first: the digits of some Chinese fonts cannot be copied out of a PDF.
FAMILIES = [
    "Inter",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "DejaVu Sans",
    "Liberation Sans",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
    "PingFang SC",
]
_SWAPS_HYPHENS = "calt"  # Inter's feature that draws the - of LOT-1 as a glyph without a letter


@dataclass(frozen=True, slots=True)
class _Laid:
    """The text of one box, laid out at a size at which it fits; else over several pages."""

    box: Box
    text: QTextDocument
    scale: float
    breaks: tuple[float, ...]  # where each page begins, and where the last ends
    device: QImage  # the layout looks at it for as long as it lives

    @property
    def pages(self) -> int:
        return len(self.breaks) - 1


def pdf_bytes(paper: Paper) -> bytes:
    """The paper as a PDF file, its fonts inside."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paper.title)
    writer.setCreator("fieldapp")
    writer.setResolution(_DPI)
    writer.setPageLayout(page_layout(paper))
    draw(paper, writer)
    buffer.close()
    return bytes(content.data())


def page_layout(paper: Paper) -> QPageLayout:
    """The sheet's own size, without margins: they are in its boxes."""
    size = QPageSize(
        QSizeF(paper.sheet.width, paper.sheet.height),
        QPageSize.Unit.Millimeter,
        paper.sheet.name,
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def picture(paper: Paper, dots_per_mm: float) -> QImage:
    """The first page as a picture."""
    width, height = (round(side * dots_per_mm) for side in (paper.sheet.width, paper.sheet.height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(_SMOOTH)
    painter.scale(dots_per_mm / _MM, dots_per_mm / _MM)
    _draw_page(painter, paper, _lay_out(paper), 0)
    painter.end()
    return image


def png_bytes(paper: Paper, dots_per_mm: float) -> bytes:
    """The first page as a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(paper, dots_per_mm).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only str and QIODevice with bytes
    buffer.close()
    return bytes(content.data())


def draw(paper: Paper, device: QPagedPaintDevice) -> None:
    """Every page onto a PDF writer or printer, at its true size."""
    laid = _lay_out(paper)
    painter = QPainter(device)
    painter.setRenderHints(_SMOOTH)
    scale = device.logicalDpiX() / _DPI
    for page in range(page_count(laid)):
        if page:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        _draw_page(painter, paper, laid, page)
        painter.restore()
    painter.end()


_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def page_count(laid: list[_Laid]) -> int:
    """How many pages the fullest box needs."""
    return max(part.pages for part in laid)


def _lay_out(paper: Paper) -> list[_Laid]:
    """Each box with its text: smaller where it is much, never smaller than can be read."""
    # The device whose resolution decides over line breaks.
    reference = QImage(1, 1, QImage.Format.Format_RGB32)
    reference.setDotsPerMeterX(round(_MM * 1000))
    reference.setDotsPerMeterY(round(_MM * 1000))
    return [_fitted(paper, box, html, reference) for box, html in paper.areas]


def _fitted(paper: Paper, box: Box, html: str, reference: QImage) -> _Laid:
    scale = 1.0
    while True:
        text = _text(html, _font(paper.sheet.text_pt), reference)
        text.setTextWidth(box[2] * _MM / scale)
        fits = text.size().height() <= box[3] * _MM / scale
        if fits or scale - _STEP < _SMALLEST:
            break
        scale -= _STEP
    return _Laid(box, text, scale, page_breaks(text, box[3] * _MM / scale), reference)


def _text(html: str, font: QFont, reference: QImage) -> QTextDocument:
    text = QTextDocument()
    text.setDefaultFont(font)
    text.documentLayout().setPaintDevice(reference)
    text.setDocumentMargin(0)
    text.setHtml(html)
    return text


def _font(points: float) -> QFont:
    font = QFont(FAMILIES)
    font.setPointSizeF(points)
    font.clearFeatures()  # those of the screens' font draw digits that nobody can copy out
    font.setFeature(QFont.Tag(_SWAPS_HYPHENS), 0)
    return font


def _draw_page(painter: QPainter, paper: Paper, laid: list[_Laid], page: int) -> None:
    """One page; what fits on one (who it is about, the code) stands on every page."""
    for part in laid:
        _draw_part(painter, part, page if part.pages > 1 else 0)
    x, y, side = (length * _MM for length in paper.sheet.code)
    draw_code(painter, QRectF(x, y, side, side), paper.code)
    if paper.sheet.fold is not None:
        line = round(paper.sheet.fold * _MM)
        painter.setPen(QPen(Qt.GlobalColor.gray, _MM / 5, Qt.PenStyle.DashLine))
        painter.drawLine(0, line, round(paper.sheet.width * _MM), line)
    if paper.stamp:
        _draw_stamp(painter, paper)


def _draw_stamp(painter: QPainter, paper: Paper) -> None:
    """Slanted over the whole sheet; what is below can still be read."""
    width, height = paper.sheet.width * _MM, paper.sheet.height * _MM
    font = QFont(FAMILIES)
    font.setPixelSize(round(min(width, height) * _STAMP))
    font.setWeight(QFont.Weight.Bold)
    painter.save()
    painter.setFont(font)
    painter.setPen(_STAMP_INK)
    painter.translate(width / 2, height / 2)
    painter.rotate(-30)
    sheet = QRectF(-width, -height, 2 * width, 2 * height)
    painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, paper.stamp)
    painter.restore()


def _draw_part(painter: QPainter, part: _Laid, page: int) -> None:
    if page >= part.pages:
        return
    x, y, width, _height = (length * _MM for length in part.box)
    above, end = part.breaks[page : page + 2]
    painter.save()
    painter.translate(x, y)
    painter.scale(part.scale, part.scale)
    painter.translate(0, -above)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(_INK))  # whatever theme the app wears
    context.clip = QRectF(0, above, width / part.scale, end - above)
    painter.setClipRect(context.clip)
    part.text.documentLayout().draw(painter, context)
    painter.restore()

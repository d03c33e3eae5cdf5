"""Takes typed values out of an element of CDSi's XML and names the place of every fault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar
from xml.etree import ElementTree as Xml

from fieldapp.domain.cdsi.length import Length, parse_length
from fieldapp.domain.cdsi.series import InForce
from fieldapp.domain.cdsi.supporting_data import SupportingDataInvalid

_T = TypeVar("_T")
_NOTHING = frozenset({"", "n/a"})


class Element:
    """One element of the file; what is empty or `n/a` there is None here."""

    def __init__(self, file: str, element: Xml.Element) -> None:
        self._file, self._element = file, element

    @classmethod
    def root(cls, file: str, text: str) -> Element:
        """The root of a file. Raises SupportingDataInvalid when the text is no XML."""
        if "<!DOCTYPE" in text:
            raise SupportingDataInvalid(file=file, why="it declares a document type of its own")
        try:
            return cls(file, Xml.fromstring(text))  # noqa: S314  no DTD, so no entity can grow
        except Xml.ParseError as error:
            raise SupportingDataInvalid(file=file, why=str(error)) from error

    def wrong(self, why: str) -> SupportingDataInvalid:
        """The error about this element."""
        return SupportingDataInvalid(file=self._file, why=f"{self._element.tag}: {why}")

    def children(self, name: str) -> list[Element]:
        """The children of this name that hold anything."""
        return [Element(self._file, one) for one in self._element.findall(name) if len(one)]

    def child(self, name: str) -> Element | None:
        """The first child of this name that holds anything."""
        return next(iter(self.children(name)), None)

    def texts(self, name: str) -> list[str]:
        """The texts of the children of this name."""
        texts = ((one.text or "").strip() for one in self._element.findall(name))
        return [text for text in texts if text.lower() not in _NOTHING]

    def text(self, name: str) -> str | None:
        """The text of the child of this name."""
        return next(iter(self.texts(name)), None)

    def required(self, name: str) -> str:
        """A text that must be there."""
        text = self.text(name)
        if text is None:
            raise self.wrong(f"{name} is missing")
        return text

    def parsed(self, name: str, parse: Callable[[str], _T]) -> _T | None:
        """A text turned into something else; `parse` raises ValueError."""
        text = self.text(name)
        try:
            return None if text is None else parse(text)
        except ValueError as error:
            raise self.wrong(f"{name}: {error}") from error

    def length(self, name: str) -> Length | None:
        """A length of time."""
        return self.parsed(name, parse_length)

    def day(self, name: str) -> date | None:
        """A date, written 20250827 or 01/01/1957."""
        return self.parsed(name, _day)

    def flag(self, name: str) -> bool:
        """Yes or no; absent is no."""
        return (self.text(name) or "").lower() in ("yes", "y")

    def codes(self, name: str) -> frozenset[str]:
        """Vaccine codes, separated by semicolons."""
        return frozenset(
            cvx_of(code) for code in (self.text(name) or "").split(";") if code.strip()
        )

    def in_force(self) -> InForce:
        """From the effective date to the cessation date."""
        return InForce(self.day("effectiveDate"), self.day("cessationDate"))


def cvx_of(code: str) -> str:
    """A vaccine code as one text, however many zeros it is written with."""
    return code.strip().lstrip("0") or "0"


def _day(text: str) -> date:
    form = "%m/%d/%Y" if "/" in text else "%Y%m%d"
    return datetime.strptime(text, form).date()

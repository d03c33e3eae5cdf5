"""Whoever works at the supervisors' pages, by mouse or by keys; counts what each step costs the
hands, and what its pages weigh on a slow line.

With `FIELDAPP_PICTURES=folder` every step leaves a picture of the page on which it ended.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, Response

_FOCUSED = """
() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].innerText : "";
  return (label || one.getAttribute("aria-label") || one.innerText || "").trim();
}
"""
_MOST_TABS = 60


@dataclass
class Effort:
    """What a step cost: clicks, single keys, fields typed, and the pages that came for it."""

    clicks: int = 0
    keys: int = 0
    typed: int = 0
    pages: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        hands = ((self.clicks, "clicks"), (self.typed, "typed"), (self.keys, "keys"))
        told = " + ".join(f"{number} {what}" for number, what in hands if number)
        heaviest = max(self.pages, default=0) / 1024
        return (
            f"{told or 'nothing'}; {len(self.pages)} pages, {sum(self.pages) / 1024:.1f} KB, "
            f"the heaviest {heaviest:.1f} KB"
        )


@dataclass
class Supervisor:
    """One tab; `costs` keeps what each step cost."""

    page: Page
    folder: Path
    effort: Effort = field(default_factory=Effort)
    costs: dict[str, Effort] = field(default_factory=dict)
    _came: list[Response] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("response", lambda one: self._came.append(one))

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One thing that she came to do."""
        self.effort = Effort()
        self._came.clear()
        yield
        self.page.wait_for_load_state()
        self.effort.pages = [_weight(one) for one in self._came if _is_page(one)]
        self.costs[name] = self.effort
        self._picture(name)

    def _picture(self, name: str) -> None:
        wanted = os.environ.get("FIELDAPP_PICTURES")
        if wanted:
            Path(wanted).mkdir(exist_ok=True)
            self.page.screenshot(
                path=Path(wanted) / f"{len(self.costs):02} {name}.png", full_page=True
            )

    # by mouse

    def click(self, what: Locator) -> None:
        """One click."""
        self.effort.clicks += 1
        what.click()

    def follow(self, *names: str) -> None:
        """Links by what they are called, one after another."""
        for name in names:
            self.click(self.page.get_by_role("link", name=name, exact=True).first)

    def push(self, name: str) -> None:
        """A button."""
        self.click(self.page.get_by_role("button", name=name, exact=True))

    def fill(self, label: str, text: str) -> None:
        """A field."""
        self.effort.typed += 1
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, label: str, option: str) -> None:
        """One of a list."""
        self.effort.clicks += 2
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def take(self, name: str) -> Path:
        """A file, by its link."""
        with self.page.expect_download() as taken:
            self.follow(name)
        file = self.folder / taken.value.suggested_filename
        taken.value.save_as(file)
        return file

    # by keys alone

    def key(self, name: str) -> None:
        """One key."""
        self.effort.keys += 1
        self.page.keyboard.press(name)

    def enter(self) -> None:
        """Enter, and the page that comes of it."""
        with self.page.expect_navigation():
            self.key("Enter")

    def type(self, text: str) -> None:
        """Into the field that has the focus, once it is seen to have it."""
        self.effort.typed += 1
        self.page.locator("input:focus").wait_for()
        self.page.keyboard.type(text)

    def skip(self) -> None:
        """Past the menu, by the first link of every page."""
        self.tab_to("Skip to the content")
        self.enter()

    def tab_to(self, name: str) -> None:
        """Tab until something whose words begin so has the focus; it is seen to have it."""
        for _ in range(_MOST_TABS):
            self.key("Tab")
            if str(self.page.evaluate(_FOCUSED)).startswith(name):
                return
        raise AssertionError(f"Tab never came to {name}")

    # on paper

    def print(self, name: str) -> Path:
        """What comes out of the printer."""
        file = self.folder / f"{name}.pdf"
        self.page.pdf(path=file, prefer_css_page_size=True)
        return file


def _is_page(response: Response) -> bool:
    kind = response.request.resource_type
    return kind == "document" and response.ok and "content-disposition" not in response.headers


def _weight(response: Response) -> int:
    """Bytes over the line, as the server packed them."""
    sizes = response.request.sizes()
    return int(sizes["responseBodySize"] + sizes["responseHeadersSize"])

"""The page of the first start: all steps are listed, the first two can be gone to."""

from __future__ import annotations

from fieldapp.ui.set_up.laptop_page import LaptopPage
from fieldapp.ui.set_up.look_page import LookPage
from fieldapp.ui.set_up.shell import SetUpShell
from fieldapp.ui.set_up.steps import LAPTOP, LOOK, first_lines


class FirstPage(SetUpShell):
    """Shown only where no laptop was ever set up."""

    def __init__(self) -> None:
        self.look, self.laptop = LookPage(first=True), LaptopPage()
        super().__init__({LOOK: self.look, LAPTOP: self.laptop})
        self.show_step(LOOK, first_lines(LOOK))

"""Pictures of the scanner check: nothing scanned yet, all well, and a separator left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.scanner.present import check
from tools.screens.frame import show_frame
from tools.screens.people import NOW

_VIAL = "0106901234567892" + "17280228" + "102026080417"


def _checked(text: str, separators: tuple[str, ...]) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        show_frame(window)
        window.show_page("scanner")
        arrived = Arrived(text, len(text), True, 4, "enter", separators, False)
        window.scanner.show_check(check(arrived, NOW.date()))

    return show


def _waiting(window: MainWindow) -> None:
    show_frame(window)
    window.show_page("scanner")


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "scanner-waiting": _waiting,
    "scanner-good": _checked(f"]d2{_VIAL}<GS>21SN000417", ("ctrl",)),
    "scanner-doubtful": _checked(f"{_VIAL[:-3]}21SN0004X7", ()),
}

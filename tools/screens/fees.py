"""Pictures of fees at the desk: due, to be asked first, not taken, and the small forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from fieldapp.actions.settle_fee import EXEMPT, Settlement, Waived
from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.ui.desk import present
from fieldapp.ui.desk.fee_flow import settlement_form, social_security_form
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.session.words import money
from tools.screens.desk import ALL_NO
from tools.screens.frame import show_frame
from tools.screens.people import BIBP, NOW, chen, consultation, practice, wang

_DUE = FeeDue(FeeKind.DUE, 10_000, "CNY", "rule", "no-social-security")
_ASK = replace(_DUE, kind=FeeKind.ASK, amount=0, reason="social-security-unknown")
_MOST_ASKED = "covid-ad5-cansino"


def _person(
    fee: FeeDue, settlement: Settlement | None = None, *, strip: bool = False
) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        show_frame(window)
        window.show_room("desk")
        answers = {} if strip else ALL_NO
        vial, who = (_MOST_ASKED, chen()) if strip else (BIBP, wang())
        at = replace(consultation(None if strip else 23, answers, vial, who), fee=fee)
        page = present.person_page(practice(), at, answers, "left-deltoid", NOW, settlement)
        window.desk.show_person(page)

    return show


def _ask(window: MainWindow) -> None:
    _person(_ASK)(window)
    window.desk.show_form(social_security_form("Anna Maria Eriksson"))


def _settle(window: MainWindow) -> None:
    _person(_DUE)(window)
    window.desk.show_form(settlement_form(money(10_000, practice().programme.id)))


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "fee-due": _person(_DUE),
    "fee-due-many-questions": _person(_DUE, strip=True),
    "fee-to-ask": _person(_ASK),
    "fee-not-taken": _person(_DUE, Waived(_DUE, EXEMPT, "shipwrecked", "高军 Gao Jun")),
    "fee-form-ask": _ask,
    "fee-form": _settle,
}

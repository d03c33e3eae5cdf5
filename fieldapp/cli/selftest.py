"""`fieldapp selftest`: is this installation whole? Made for bundles on machines without Python."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

_LIBRARIES = (
    "sqlcipher3",
    "sqlite_utils",
    "nacl.signing",
    "cryptography.hazmat.primitives.asymmetric.ec",
    "zstandard",
    "argon2",
    "keyring",
    "requests",
    "starlette",
    "uvicorn",
    "sqlalchemy",
    "openpyxl",
    "xlsxwriter",
    "pypinyin",
    "segno",
    "zeroconf",
    "zxingcpp",
)


def run(arguments: argparse.Namespace) -> int:
    """Check part by part; exit 1 and one line for each part that does not work."""
    failed = [words for words, check in _CHECKS.items() if not _passes(words, check)]
    if failed:
        print(f"fieldapp: not whole: {', '.join(failed)}. Install it again.", file=sys.stderr)
    return 1 if failed else 0


def _passes(words: str, check: Callable[[], None]) -> bool:
    try:
        check()
    except Exception as error:  # noqa: BLE001  whatever is wrong with a part is what we came for
        print(f"  {words}: {type(error).__name__}: {error}")
        return False
    print(f"  {words}: works")
    return True


def _libraries() -> None:
    for name in _LIBRARIES:
        import_module(name)


def _rules() -> None:
    from fieldapp.actions.programme import load_catalogue, load_programme, load_questions

    load_catalogue()
    load_questions()
    for name in ("cn-nhc-2021-03-29", "who-sage-2021", "who"):
        load_programme(name)


def _scans() -> None:
    from fieldapp.domain.scan import identify

    if not identify("11010519491231002X", date(2026, 11, 23)).valid:
        raise ValueError("the published example of an ID is not read")


def _journal() -> None:
    """A whole encrypted journal, at full key strength: make, unlock, record, prove."""
    from fieldapp.actions.register_client import register_client
    from fieldapp.actions.system_clock import SystemClock
    from fieldapp.domain.client import ClientDetails
    from fieldapp.journal.device_secrets import NoSecrets
    from fieldapp.journal.home import NewUser, TeamProfile, create_home, unlock
    from fieldapp.journal.journal import open_journal
    from fieldapp.journal.verify import verify

    clock, secrets = SystemClock(), NoSecrets()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        user = NewUser("self.test", "Self Test", "recorder", "self-test-only")
        create_home(home, TeamProfile("Self test", "boat"), [user], secrets, clock)
        journal = open_journal(home, unlock(home, user.login, user.pin, secrets, clock), clock)
        try:
            register_client(journal, ClientDetails("测试样"), user=user.login)
            problems = verify(journal).problems
        finally:
            journal.close()
    if problems:
        raise ValueError(problems[0])


def _windows() -> None:
    """A window, its style, an icon and the translations, without needing a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QLabel

    from fieldapp.resource_files import resource_path
    from fieldapp.ui.theme import NORMAL, apply_theme

    app = QApplication.instance() or QApplication(["fieldapp"])
    if isinstance(app, QApplication):
        apply_theme(app, NORMAL)
    window = QLabel("fieldapp")
    window.show()
    if window.grab().isNull():
        raise ValueError("a window cannot be painted")
    resource_path("translations", "fieldapp_zh_CN.qm")


def _papers() -> None:
    """A printed code is read back from its picture."""
    import zxingcpp
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter

    from fieldapp.ui.print.codes import draw_code
    from fieldapp.ui.print.sheets import sheet, sheet_names

    for name in sheet_names():
        sheet(name)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_code(painter, QRectF(0, 0, 400, 400), "测试样 1234")
    painter.end()
    if [code.text for code in zxingcpp.read_barcodes(image)] != ["测试样 1234"]:
        raise ValueError("a code that was drawn cannot be read")


def _cards() -> None:
    """A card is signed and proven, and not by another key."""
    from fieldapp.wire.health_card import HealthCard, IssuingKey, open_card, write_card
    from fieldapp.wire.health_card.keys import SECRET_BYTES

    key, other = (IssuingKey(bytes([number]) * SECRET_BYTES) for number in (1, 2))
    text = write_card(HealthCard("https://hub.invalid", 0, "测试样", None, ()), key).text
    opened = open_card([text])
    if not opened.is_signed_by(key.public) or opened.is_signed_by(other.public):
        raise ValueError("a signature on a card is not told from another")


_CHECKS: dict[str, Callable[[], None]] = {
    "libraries": _libraries,
    "rules and catalogue": _rules,
    "scans": _scans,
    "encrypted journal": _journal,
    "windows": _windows,
    "papers and codes": _papers,
    "signed cards": _cards,
}

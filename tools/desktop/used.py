"""Which of the files that PyInstaller collects are used. Each rule says why; sizes are in
docs/INSTALL.md. An entry is (place in the folder, origin on this machine, kind)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib.metadata import packages_distributions
from pathlib import Path, PurePath
from typing import TypeAlias

from packaging.utils import canonicalize_name

Entry: TypeAlias = tuple[str, str, str]
_LOCKED = re.compile(r"^([A-Za-z0-9][\w.-]*)==", re.MULTILINE)
Asks: TypeAlias = Callable[[str], Iterable[str]]

# Parts of libraries that are in the lock, which nothing of ours uses.
_PARTS_LEFT_OUT = (
    *(f"PySide6.Qt{part}" for part in ("Qml", "Quick", "QuickWidgets", "QuickControls2")),
    *(f"PySide6.Qt{part}" for part in ("Designer", "Help", "UiTools", "Sql", "QuickTest")),
    "zstandard.backend_cffi",  # the C one is there
    "numpy.f2py",
    *("PIL._avif", "PIL._webp"),  # fpdf2 sets pictures; ours are PNG
    *("pip", "tkinter"),
)
# Qt's own plug-ins drag these in although no screen needs them: screens are widgets.
_QT_LIBRARIES = (
    "Qt6Qml",
    "Qt6Quick",
    "Qt6VirtualKeyboard",
    "Qt6Pdf",
    "Qt6WaylandCompositor",
    "Qt6EglF",
)
_QT_FOLDERS = {
    "qmltooling",
    "sqldrivers",
    "egldeviceintegrations",
    "qml",
    "vectorimageformats",
    "generic",  # keyboards and mice without a desktop
}
# A laptop has a desktop (X11, Wayland) or nobody looks (offscreen); pictures are PNG, JPEG, SVG.
_QT_PLUGINS = (
    *("qeglfs", "qlinuxfb", "qminimal", "qminimalegl", "qvkkhrdisplay", "qvnc"),
    *("qgtk3", "qicns", "qtga", "qtiff", "qwbmp", "qwebp", "qgif"),
)
_LANGUAGES = ("_en", "_zh_CN")


def left_out(lock: Path) -> list[str]:
    """The modules that stay out: whatever is installed here and not in the lock of the package, for
    many a library imports others where they happen to be, and parts of what is."""
    locked = {canonicalize_name(name) for name in locked_names(lock)} | {"fieldapp"}
    others = (
        module
        for module, owners in packages_distributions().items()
        if not locked.intersection(map(canonicalize_name, owners))
    )
    return sorted({*_PARTS_LEFT_OUT, *others})


def locked_names(lock: Path) -> list[str]:
    """The names of the libraries of a lock, each once."""
    return list(dict.fromkeys(_LOCKED.findall(lock.read_text("utf-8"))))


def is_used(entry: Entry) -> bool:
    """Tell whether a collected file belongs into the folder."""
    place = PurePath(entry[0])
    name = place.name.removeprefix("lib")
    if name.startswith(_QT_LIBRARIES):
        return False
    if "PySide6" not in place.parts:
        return True
    if place.suffix == ".qm":
        return place.name.startswith("qtbase") and place.stem.endswith(_LANGUAGES)
    if _QT_FOLDERS.intersection(place.parts) or "virtualkeyboard" in name:
        return False
    return "plugins" not in place.parts or name.partition(".")[0] not in _QT_PLUGINS


def without_orphans(entries: Iterable[Entry], asks: Asks) -> list[Entry]:
    """Leave out the system's libraries that came along for a file which was left out itself.

    `asks` says which library names a file is linked to. Only what PyInstaller followed links to is
    looked at, so what is loaded by name at run time is never among it.
    """
    kept = list(entries)
    while True:
        wanted = {name for entry in kept for name in asks(entry[1])}
        left = [entry for entry in kept if not _from_system(entry) or _name(entry) in wanted]
        if len(left) == len(kept):
            return left
        kept = left


def _from_system(entry: Entry) -> bool:
    place, origin, kind = entry
    at_top = len(PurePath(place).parts) == 1 and kind == "BINARY"
    return at_top and origin.startswith(("/lib/", "/usr/lib/"))


def _name(entry: Entry) -> str:
    return PurePath(entry[0]).name

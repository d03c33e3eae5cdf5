"""What an installation brings along: its libraries, rules, sheets and languages."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from fieldapp.cli.selftest.step import INSTALL_AGAIN, Lacking
from fieldapp.resource_files import resource_path

LIBRARIES = (
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
    "psycopg",
    "jinja2",
    "prometheus_client",
    "smpplib",
    "highspy",
    "fpdf",
    "openpyxl",
    "xlsxwriter",
    "pypinyin",
    "segno",
    "zeroconf",
    "zxingcpp",
)
RESOURCES = (
    "aefi",
    "allocation",
    "calls",
    "catalogue",
    "erasure",
    "fees",
    "guides",
    "hub",
    "icons",
    "messages",
    "print",
    "program",
    "schedules",
    "screening",
    "stock",
    "style",
    "system",
    "translations",
    "workbook",
)
_COMPILED = ("fieldapp_en.qm", "fieldapp_zh_CN.qm")
PROGRAMMES = ("cn-nhc-2021-03-29", "who-sage-2021", "who")


def libraries() -> str:
    """Load every library that some command needs."""
    gone = [f"{name} ({why})" for name in LIBRARIES if (why := _why_not(name))]
    if gone:
        raise Lacking(f"cannot be loaded: {'; '.join(gone)}", INSTALL_AGAIN)
    return f"{len(LIBRARIES)} load"


def _why_not(name: str) -> str:
    """Why the library does not load; empty where it does."""
    try:
        import_module(name)
    except ImportError as error:
        return str(error).partition("\n")[0] or "no reason given"
    return ""


def rules() -> str:
    """Read the catalogue, the questions and every programme; see the other resources."""
    from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
    from fieldapp.ui.print.sheets import sheet, sheet_names

    vaccines = len(list(load_catalogue()))
    load_questions()
    for name in PROGRAMMES:
        load_programme(name)
    for name in sheet_names():
        sheet(name)
    for name in RESOURCES:
        resource_path(name)
    for name in _COMPILED:
        resource_path("translations", name)
    return f"{vaccines} vaccines, {len(PROGRAMMES)} programmes"


def scans() -> str:
    """Tell what the published example of an identity card is."""
    from fieldapp.domain.scan import identify

    found = identify("11010519491231002X", date(2026, 11, 23))
    if not found.valid:
        raise Lacking("the published example of an ID is not read", INSTALL_AGAIN)
    return "an ID card is told"

"""What is attacked: every reader of bytes from outside, with good examples of what it reads.

Where a signature or a seal would stop a change early, the changed inside is signed or sealed anew:
a thief of a key must not get further than a stranger.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import zstandard
from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox
from openpyxl import Workbook

from fieldapp.actions.backlog.row import judge
from fieldapp.actions.backlog.sheet import read_sheet
from fieldapp.actions.cold_chain.read_logger_file import read_logger_file
from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.published_cases import run_published_cases
from fieldapp.domain.documents.card_text import awaits_more_digits
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.scan import identify
from fieldapp.wire import bookings, cbor, messages, neighbour
from fieldapp.wire.beacon import Beacon, read_beacon, write_beacon
from fieldapp.wire.bundle import MAGIC, peek, read_bundle
from fieldapp.wire.events import decode_body, decode_header
from fieldapp.wire.facts import CURRENT
from fieldapp.wire.frame import _compressed, _decompressed, decode_frame, replay
from fieldapp.wire.health_card import open_card, write_card
from fieldapp.wire.health_card.fhir import from_json, to_json
from fieldapp.wire.membership import read_membership
from fieldapp.wire.receipt import read_receipt
from fieldapp.wire.request_auth import read_claim
from fieldapp.wire.signed import open_signed, sign, unsigned_body
from fieldapp.wire.trust import read_trust
from fieldapp.wire.workbook import Frame, Row, join_seal, read_frame, write_seal
from tests.wire import golden
from tests.wire.health_card.cards import CARD, KEY

BACKLOG = Path(__file__).parents[1] / "data" / "backlog-1000.csv"
CDSI = Path(__file__).parents[1] / "data" / "cdsi"
_CDSI = ("AntigenSupportingData- Sunpox.xml", "ScheduleSupportingData.xml", "cases.csv")
_FRAMES = ("frame-columns", "frame-erased", "frame-plain", "frame-newer")
_KEY = bytes(32)
_LOGGERS = (
    "Serial number;16040\nDate;Time;Temp (C)\n28.11.2026;07:00;4,6\n28.11.2026;07:10;---\n",
    "时间,温度\n2026/11/27 下午7:00,+40.1 °F\n2026-11-27T19:10:00Z,-0.5\n",
    "Device: Fridge-tag 2\nConf:\n Serial: 1604\n Alarm:\n  1:\n   T AL: +8.0, t AL: 600\nHist:\n"
    " 1:\n  Date: 2026-11-27\n  Max T: +12.0, TS Max T: 14:30\n  Alarm:\n   1:\n    t Acc: 18\n",
)
_BEACON = Beacon(7, 20_780, b"epoch-01", 1234, bytes(range(12)), 412)


@dataclass(frozen=True)
class Target:
    """`read` takes any bytes, and may refuse them by a FieldAppError alone."""

    good: Sequence[bytes]
    read: Callable[[bytes], object]


def _frame(data: bytes) -> None:
    replay(decode_frame(data))


def _frame_inside(data: bytes) -> None:
    _frame(b"\x01" + _compressed(data))


def _bundle(data: bytes) -> None:
    peek(data)
    for page in read_bundle(data, golden.BOX_PRIVATE):
        _frame(page.frame_bytes)


def _bundle_inside(data: bytes) -> None:
    head = golden.data("bundle")
    length = int.from_bytes(head[4:8], "big")
    public = PrivateKey(golden.BOX_PRIVATE).public_key
    _bundle(MAGIC + head[4 : 8 + length] + SealedBox(public).encrypt(data))


def _answers(data: bytes) -> None:
    """Signed by the hub, whatever it says."""
    for kind, decode in (
        ("sync", messages.decode_sync_reply),
        ("hello", messages.decode_hello),
        ("problem", messages.decode_problem),
    ):
        body = open_signed(kind, sign(kind, data, golden.hub_key()), golden.hub_key().verify_key)
        try:
            decode(body)
        except FieldAppError:
            continue


def _membership(data: bytes) -> None:
    key = golden.hub_key()
    read_membership(sign("member", data, key), key.verify_key)


_BOOK = Frame(
    bytes(16),
    b"hub",
    1,
    b"",
    "session",
    date(2021, 8, 1),
    (("Nurse", ""),),
    (),
    (Row(1, bytes(16)),),
)


def _workbook(data: bytes) -> None:
    key = golden.hub_key()
    read_frame(sign("workbook", data, key), key.verify_key)


def _bookings(data: bytes) -> None:
    """In the box of a list that the hub signed."""
    key, listed = golden.content("bookings")["key"], golden.data("bookings")
    box = SecretBox(bytes.fromhex(key)).encrypt(zstandard.compress(data))
    read = bookings.read_bookings(listed, golden.hub_key().verify_key)
    bookings.open_box(replace(read, box=bytes(box)), bytes.fromhex(key))


def _booked() -> bytes:
    key = bytes.fromhex(golden.content("bookings")["key"])
    listed = bookings.read_bookings(golden.data("bookings"), golden.hub_key().verify_key)
    return bookings.pack(bookings.open_box(listed, key))


def _events(data: bytes) -> None:
    """A body is never refused: what cannot be read is kept as it is."""
    for kind, version in (*CURRENT.values(), (999, 1)):
        decode_body(kind, version, data)
    decode_header(data)


def _line(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    identify(text, date(2026, 11, 23))
    read_beacon(text, _KEY)


def _card(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    awaits_more_digits(text)
    opened = open_card(text.splitlines())
    opened.is_signed_by(KEY.public)
    opened.read()


def _list(suffix: str) -> Callable[[bytes], None]:
    catalogue = load_catalogue()

    def read(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"list{suffix}"
            file.write_bytes(data)
            for row in read_sheet(file).rows:
                judge(row, catalogue, datetime(2026, 11, 23))

    return read


def _logger(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "logger.csv"
        file.write_bytes(data)
        read_logger_file(file, now=datetime(2026, 11, 28), utc_offset_min=480)


def _cdsi(name: str) -> Callable[[bytes], None]:
    """One damaged file in a folder of supporting data, and all the cases run through it."""

    def read(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            whole = Path(shutil.copytree(CDSI, Path(folder) / "cdsi"))
            (whole / name).write_bytes(data)
            run_published_cases(whole / "cases.csv", whole)

    return read


def _rows() -> list[list[str]]:
    with BACKLOG.open(encoding="utf-8", newline="") as stream:
        return [row for row, _ in zip(csv.reader(stream), range(12), strict=False)]


def _csv(encoding: str) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(_rows())
    return out.getvalue().encode(encoding)


def _xlsx() -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in _rows():
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def _bundles_box() -> bytes:
    pages = read_bundle(golden.data("bundle"), golden.BOX_PRIVATE)
    return cbor.dumps([[p.device_time, p.signature, p.frame_bytes] for p in pages])


def targets() -> dict[str, Target]:
    """Every reader by name."""
    frames = [golden.data(name) for name in _FRAMES]
    answers = [golden.data(name) for name in ("sync-reply", "hello", "problem")]
    headers = [part for frame in frames[:3] for part in _parts(frame)]
    vial = b"0109501101530102" + b"1723063010LOT<GS>21S1"
    lines = [write_beacon(_BEACON, _KEY).encode(), b"11010519491231002X", vial, b"13900000000"]
    hub = golden.hub_key().verify_key
    return {
        "frame": Target(frames, _frame),
        "frame, inside": Target([_decompressed(frame[1:]) for frame in frames], _frame_inside),
        "event": Target(headers, _events),
        "bundle": Target([golden.data("bundle")], _bundle),
        "bundle, inside": Target([_bundles_box()], _bundle_inside),
        "receipt": Target([golden.data("receipt")], lambda data: read_receipt(data, hub)),
        "trust list": Target([golden.data("trust")], lambda data: read_trust(data, hub)),
        "membership": Target([unsigned_body(golden.data("membership"))], _membership),
        "bookings, inside": Target([_booked()], _bookings),
        "workbook": Target(
            [unsigned_body(join_seal(write_seal(_BOOK, golden.hub_key())))], _workbook
        ),
        "neighbour's message": Target(
            [
                golden.data(f"neighbour-{kind}")
                for kind in ("hail", "offer", "parcel", "known", "listed", "told")
            ],
            neighbour.decode,
        ),
        "answer": Target([unsigned_body(answer) for answer in answers], _answers),
        "sync request": Target([golden.data("sync-request")], messages.decode_sync_request),
        "authorization": Target(
            [golden.data("authorization")], lambda data: read_claim(data.decode("latin-1"))
        ),
        "vaccination card": Target([write_card(CARD, KEY).text.encode()], _card),
        "vaccination card, inside": Target([to_json(CARD)], from_json),
        "line": Target(lines, _line),
        "csv list": Target([_csv("utf-8"), _csv("gb18030")], _list(".csv")),
        "temperature logger": Target([part.encode() for part in _LOGGERS], _logger),
        "xlsx list": Target([_xlsx()], _list(".xlsx")),
        **{f"CDSi, {name}": Target([(CDSI / name).read_bytes()], _cdsi(name)) for name in _CDSI},
    }


def _parts(frame: bytes) -> list[bytes]:
    parts = decode_frame(frame).events
    return [part for header, body, _ in parts for part in (header, body) if part]

"""Promises of the file: the hub's seal, one row for a person in every copy, little of anybody."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from fieldapp.hub.workbook.making import Made, make_workbook
from fieldapp.wire.workbook import OF_HUB, Frame, join_seal, read_frame
from tests.actions.workbook.made_up import cells
from tests.hub.booking.desk import book, passport
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.messages.clinic import ground
from tests.hub.workbook.boats import (
    OTHER,
    PIER,
    TODAY,
    WANG,
    boat,
    day_of_seats,
    gathered,
    give,
)

WRITTEN = datetime(2021, 6, 30, 7, 0)


def made(world: World, place: str = PIER, language: str = "en", blanks: int = 2) -> Made:
    found = gathered(world, 1, place)
    return make_workbook(
        world.hub, ground(), found, language=language, written=WRITTEN, blanks=blanks
    )


def frame_of(world: World, content: bytes) -> Frame:
    sheet: Any = load_workbook(io.BytesIO(content)).worksheets[1]
    lines = [str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0]]
    return read_frame(join_seal(lines), world.verify_key)


def test_the_hub_signs_for_it_itself(world: World) -> None:
    boat(world)
    frame = frame_of(world, made(world).content)
    assert (frame.hub, frame.device, frame.membership) == (world.store.keys.hub_id, OF_HUB, b"")
    assert (frame.session, frame.day) == (f"Boat Haiyun 6 · {PIER} · 2021-06-30", TODAY)
    assert frame.staff == (("Nurse Test", "nurse.test"), ("Guest Test", ""))
    assert [bool(row.person) for row in frame.rows] == [True, True, False, False]


def test_every_copy_has_the_same_rows_for_people_and_others_for_strangers(world: World) -> None:
    boat(world)
    one, other = (frame_of(world, made(world, language=n).content) for n in ("en", "zh_CN"))
    assert [row.id for row in one.rows[:2]] == [row.id for row in other.rows[:2]]
    assert {row.id for row in one.rows[2:]}.isdisjoint(row.id for row in other.rows[2:])
    elsewhere = frame_of(world, made(world, "Other pier").content)
    assert elsewhere.rows[0].id != one.rows[0].id, "another session"


def test_a_seat_is_told_in_the_row_of_whom_it_is_or_in_a_blank_one(
    world: World, tmp_path: Path
) -> None:
    boat(world)
    session = day_of_seats(world.store)
    book(world.store, session, 1, 2, now_s=NOW_S - 86_400)
    book(world.store, session, 9, 0, now_s=NOW_S - 86_400)
    path = tmp_path / "book.xlsx"
    path.write_bytes(made(world).content)
    person, blank = cells(path, 1), cells(path, 3)
    assert (person["name"], person["document"], person["phone"]) == (WANG, "…0001", "…5678")
    assert person["history"] == "Booked 09:40\n1: 2021-06-08 BIBP"
    assert (blank["name"], blank["history"]) == (None, "Booked 09:00\nPassport\n…0009")
    assert cells(path, 5)["row"] is not None, "two more for others"
    assert "C0000009" not in str(load_workbook(path).worksheets[1]["H7"].value)


def test_who_booked_and_is_not_due_here_stands_there_with_what_they_had_before(
    world: World, tmp_path: Path
) -> None:
    boat(world)
    far = world.laptop(b"epoch-02", name=OTHER, region="south")
    give(far, "Far Away", 1, passport(8).document)
    world.push_all(far)
    book(world.store, day_of_seats(world.store), 8, now_s=NOW_S - 86_400)
    path = tmp_path / "book.xlsx"
    path.write_bytes(made(world).content)
    blank = cells(path, 3)
    assert blank["history"] == "Booked 09:00\nPassport\n…0008\n1: 2021-06-01 BIBP"
    assert blank["name"] is None, "who comes is written down at the desk"

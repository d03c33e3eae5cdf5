"""Promises of the files: one row a team or a dose, and nothing is left out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldapp.domain.client import ClientDetails
from fieldapp.hub.lots import export
from fieldapp.hub.lots.reading import LotFilter
from fieldapp.wire.client_codec import to_fact
from tests.hub.conftest import World
from tests.hub.fake_laptop import VACCINE
from tests.hub.lots.stock import LOT, a_day, give

TEAMS = {1: "Boat Test"}


def rows_of(file: Path) -> list[dict[str, object]]:
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    head, *rows = load_workbook(file).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


@pytest.mark.parametrize("fmt", export.FORMATS)
def test_balances_have_a_row_for_each_team(world: World, fmt: str, tmp_path: Path) -> None:
    world.push_all(a_day(world.laptop()))
    file = tmp_path / f"lots.{fmt}"
    with world.store.reading() as connection:
        assert export.write_balances(connection, LotFilter(), TEAMS, fmt, file) == 1
    (row,) = rows_of(file)
    assert (row["lot"], row["team"], row["expiry"]) == (LOT, "Boat Test", "2022-01-08")
    assert [int(str(row[name])) for name in ("received", "given", "counted", "left")] == [
        20, 2, -1, 11,
    ]  # fmt: skip
    assert row["wasted_reasons"] == "broken: 2"


@pytest.mark.parametrize("fmt", export.FORMATS)
def test_who_got_it_is_told_with_the_whole_telephone(
    world: World, fmt: str, tmp_path: Path
) -> None:
    laptop = world.laptop()
    phone = "+8613912345678"
    give(laptop, laptop.add(to_fact(ClientDetails("王小明", phone=phone, home_area="110105"))))
    world.push_all(laptop)
    file = tmp_path / f"people.{fmt}"
    with world.store.reading() as connection:
        assert export.write_people(connection, VACCINE, "test-0001", TEAMS, fmt, file) == 1
    (row,) = rows_of(file)
    assert (row["name"], str(row["phone"]).lstrip("'"), row["home_area"]) == (
        "王小明", phone, "110105",
    )  # fmt: skip
    assert (row["given_at"], row["known_from"], row["team"]) == (
        "2021-05-08T09:00", "given", "Boat Test",
    )  # fmt: skip

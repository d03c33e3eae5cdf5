"""A backlog of a thousand rows is taken over to the row, once, whatever program saved it."""

from __future__ import annotations

import csv
import json
import uuid
from pathlib import Path

import pytest
from openpyxl import Workbook

from fieldapp.actions.backlog.limits import UnreadableFile
from fieldapp.actions.backlog.take_over import ROWS_PER_COMMIT
from fieldapp.domain.immunization import DoseSource, ImmunizationStatus
from fieldapp.journal import clients, doses
from fieldapp.journal.journal import Journal
from fieldapp.journal.tally import tally
from fieldapp.journal.verify import verify
from fieldapp.wire.workbook import blank_row, leaves_stock
from tests.journal.laptop import Laptop

from .made_up import import_it, row, write

DATA = Path(__file__).parents[2] / "data"
BACKLOG = DATA / "backlog-1000.csv"
TEXT = BACKLOG.read_text(encoding="utf-8")
EXPECTED = json.loads((DATA / "backlog-1000.expected.json").read_text(encoding="utf-8"))
COUNTED = ("rows", "accepted", "refused", "clients", "doses", "early")


def as_xlsx(path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for cells in csv.reader(TEXT.splitlines()):
        sheet.append(cells)
    book.save(path)


def save_as(form: str, folder: Path) -> Path:
    """The thousand rows as another program would have saved them."""
    path = folder / ("backlog.xlsx" if form == "xlsx" else "backlog.csv")
    unix = TEXT.replace("\r\n", "\n")
    match form:
        case "xlsx":
            as_xlsx(path)
        case "crlf":
            path.write_bytes(unix.replace("\n", "\r\n").encode())
        case "bom":
            path.write_bytes(unix.encode("utf-8-sig"))
        case other:
            path.write_bytes(unix.encode(other))
    return path


def found_here(journal: Journal) -> tuple[int, int, int]:
    """Recorded doses, people and *not given* of a journal."""
    now = tally(journal, journal.clock.now())
    not_done = sum(
        record.event.status is ImmunizationStatus.NOT_DONE for record in doses.all_records(journal)
    )
    return now.recorded, now.clients, not_done


@pytest.mark.parametrize("form", ["utf-8", "gb18030", "crlf", "bom", "xlsx"])
def test_a_thousand_rows_give_exactly_what_was_counted_beforehand(
    form: str, journal: Journal, tmp_path: Path
) -> None:
    taken = import_it(journal, save_as(form, tmp_path)).as_json()
    assert {key: taken[key] for key in COUNTED} == {key: EXPECTED[key] for key in COUNTED}
    assert found_here(journal) == (979, 678, 4)


def test_the_same_file_again_adds_nothing_in_whatever_form(
    journal: Journal, tmp_path: Path
) -> None:
    import_it(journal, save_as("utf-8", tmp_path))
    before = journal.head()
    for form in ("utf-8", "gb18030", "xlsx"):
        again = import_it(journal, save_as(form, tmp_path))
        assert (again.already_here, again.doses, again.clients, again.not_given) == (983, 0, 0, 0)
        assert len(again.refusals) == 17
    assert journal.head() == before
    assert verify(journal).ok


def test_a_dry_run_says_the_same_and_records_nothing(journal: Journal, tmp_path: Path) -> None:
    path, before = save_as("utf-8", tmp_path), journal.head()
    tried = import_it(journal, path, dry_run=True)
    assert (tried.doses, tried.clients, len(tried.refusals)) == (979, 678, 17)
    assert tried.refused_file is None
    assert journal.head() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["backlog.csv", "home"]
    assert import_it(journal, path).as_json() == tried.as_json()


def test_refused_rows_can_be_corrected_and_imported_again(journal: Journal, tmp_path: Path) -> None:
    path = write(
        tmp_path / "backlog.csv",
        row(),
        row(client_name="", phone="13900000000"),
        row(client_name="测试乙", status="maybe"),
    )
    first = import_it(journal, path)
    assert first.refused_file == tmp_path / "backlog.csv.refused.csv"
    text = first.refused_file.read_text(encoding="utf-8-sig")
    corrected = text.replace(",,,1980-02-03", ",测试丙,,1980-02-03").replace("maybe", "given")
    first.refused_file.write_text(corrected, encoding="utf-8")
    second = import_it(journal, first.refused_file)
    assert (second.doses, second.refusals) == (2, ())
    assert found_here(journal) == (3, 3, 0)


def test_a_crash_between_two_commits_is_made_good_by_importing_again(
    laptop: Laptop, tmp_path: Path
) -> None:
    class PowerCut(BaseException):
        """Nothing after it runs."""

    def cut(done: int, _of: int) -> None:
        if done >= 2 * ROWS_PER_COMMIT:
            raise PowerCut

    path = save_as("utf-8", tmp_path)
    with pytest.raises(PowerCut):
        import_it(laptop.open(), path, progress=cut)
    laptop.close()
    journal = laptop.open()
    assert len(doses.imported_rows(journal)) == 2 * ROWS_PER_COMMIT
    again = import_it(journal, path)
    assert again.already_here == 2 * ROWS_PER_COMMIT
    assert again.accepted == 983
    assert found_here(journal) == (979, 678, 4)


def test_progress_is_told_up_to_the_last_row(journal: Journal, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    import_it(
        journal, save_as("utf-8", tmp_path), progress=lambda done, of: told.append((done, of))
    )
    assert told == [(n, 983) for n in (200, 400, 600, 800, 983)]


def test_a_row_without_an_id_of_its_own_is_recognised_by_its_cells(
    journal: Journal, tmp_path: Path
) -> None:
    path = write(tmp_path / "backlog.csv", row(row_uuid=""), row(row_uuid="", lot="TEST-0002"))
    assert import_it(journal, path).doses == 2
    assert import_it(journal, path).already_here == 2


def test_one_row_written_twice_in_a_file_is_recorded_once(journal: Journal, tmp_path: Path) -> None:
    twice = row()
    taken = import_it(journal, write(tmp_path / "backlog.csv", twice, twice))
    assert (taken.rows, taken.doses, taken.already_here) == (2, 1, 1)


def test_cells_typed_by_a_chinese_keyboard_are_understood(journal: Journal, tmp_path: Path) -> None:
    path = write(
        tmp_path / "backlog.csv",
        row(
            id_type="cn-resident-id",
            id_number=" １１０１０５１９４９１２３１００２x ",
            birth_date="",
            given_at="2021/04/09 09:00",
        ),
    )
    assert import_it(journal, path).refusals == ()
    (record,) = doses.all_records(journal)
    assert record.client.details.documents[0].number == "11010519491231002X"
    assert record.event.occurred_at.isoformat() == "2021-04-09T09:00:00+08:00"


def test_a_row_keeps_what_it_said_and_is_marked_as_a_late_entry(
    journal: Journal, tmp_path: Path
) -> None:
    given = row(site="left-deltoid")
    import_it(journal, write(tmp_path / "backlog.csv", given))
    (record,) = doses.all_records(journal)
    event = record.event
    assert event.lot.vaccine_id == "covid-inact-bibp"
    assert (event.lot.lot_number, str(event.lot.expiry)) == ("TEST-0001", "2022-01-31")
    assert (event.source, event.site) == (DoseSource.LATE_ENTRY, "left-deltoid")
    assert record.row is not None
    assert record.row.hex() == given["row_uuid"].replace("-", "")


def test_a_dose_not_given_is_recorded_with_its_reason(journal: Journal, tmp_path: Path) -> None:
    path = write(
        tmp_path / "backlog.csv",
        row(status="not-given", reason="fever"),
        row(status="not-given", vaccine="", reason=""),
    )
    taken = import_it(journal, path)
    assert (taken.doses, taken.not_given) == (0, 2)
    events = [record.event for record in doses.all_records(journal)]
    assert [event.reason for event in events] == ["fever", "not-stated"]
    assert [event.lot.vaccine_id or "" for event in events] == ["covid-inact-bibp", ""]


def test_an_unreadable_file_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    before = journal.head()
    (tmp_path / "broken.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(UnreadableFile, match=r"broken\.xlsx"):
        import_it(journal, tmp_path / "broken.xlsx")
    assert journal.head() == before
    assert clients.by_name(journal, "测试甲") == []


def test_the_sum_of_an_import_is_said_in_one_sentence(journal: Journal, tmp_path: Path) -> None:
    words = import_it(journal, write(tmp_path / "backlog.csv", row(), row(status="x"))).in_words()
    assert words.startswith("2 rows read: 1 doses and 0 not given, of 1 people;")
    assert "1 refused" in words


def test_a_row_that_bears_the_id_of_a_workbooks_leaves_no_stock_and_comes_once(
    journal: Journal, tmp_path: Path
) -> None:
    """An export of doses names the rows of workbooks, too."""
    own = blank_row(b"w" * 16, 1)
    path = write(tmp_path / "backlog.csv", row(row_uuid=str(uuid.UUID(bytes=own))))
    assert import_it(journal, path).doses == 1
    assert import_it(journal, path).already_here == 1
    (recorded,) = doses.imported_rows(journal)
    assert leaves_stock(own)
    assert not leaves_stock(recorded)


def test_one_row_that_is_too_long_keeps_no_other_from_being_taken(
    journal: Journal, tmp_path: Path
) -> None:
    path = write(tmp_path / "backlog.csv", row(lot="x" * 60_000), row())
    taken = import_it(journal, path)
    assert (taken.doses, [no.code for no in taken.refusals]) == (1, ["too_long"])

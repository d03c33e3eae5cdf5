from __future__ import annotations

import csv
from pathlib import Path

from fieldapp.actions.calls.export_due import caller_lines, export_due
from fieldapp.domain.call import Outcome
from tests.actions.calls.conftest import PLACE, Team
from tests.journal.laptop import NURSE
from tests.journal.roster.filled import fill, sent, somebody


def exported(team: Team, path: Path) -> dict[str, list[dict[str, str]]]:
    rows = export_due(team.practice, "csv", path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        read = list(csv.DictReader(stream))
    assert len(read) == rows
    kinds = {row["line"] for row in read}
    return {kind: [row for row in read if row["line"] == kind] for kind in kinds}


def test_the_report_has_people_callers_drop_out_and_demand(team: Team, tmp_path: Path) -> None:
    team.calls(team.knows("王建国", 62), Outcome.REFUSED, reason="no-time")
    team.calls(team.knows("陈波", 24), Outcome.NO_ANSWER, usual_again=True)
    team.knows("Came", 70, 40)
    found = exported(team, tmp_path / "due.csv")
    assert [(row["state"], row["call_state"]) for row in found["due"]] == [
        ("due", "later"),
        ("past-latest", "off"),
    ]
    (caller,) = found["calls"]
    assert (caller["caller"], caller["calls"], caller["reached"]) == (NURSE.name, "2", "1")
    (cohort,) = found["drop-out"]
    assert (cohort["first_doses"], cohort["second_doses"]) == ("2", "1")
    assert cohort["drop_out_percent"] == "50.0"
    (needed,) = found["demand"]
    assert (needed["place"], needed["now"]) == (PLACE, "1")


def test_calls_before_a_day_are_left_out_of_the_results(team: Team) -> None:
    team.calls(team.knows("王建国", 30), Outcome.NO_ANSWER)
    assert caller_lines(team.journal, team.in_days(1)) == []
    assert len(caller_lines(team.journal, team.today)) == 1


def test_what_the_hub_sent_is_in_its_own_columns(team: Team, tmp_path: Path) -> None:
    told, none, _unknown = (team.knows(name, 30) for name in ("王建国", "陈波", "许静"))
    fill(
        team.journal,
        somebody("王建国", ref=told[:16], messages=sent(day=18_830)),
        somebody("陈波", ref=none[:16]),
    )
    found = {row["name"]: row for row in exported(team, tmp_path / "due.csv")["due"]}
    said = {name: (row["message"], row["message_day"]) for name, row in found.items()}
    assert said == {"王建国": ("delivered", "2021-07-22"), "陈波": ("none", ""), "许静": ("", "")}
    assert found["王建国"]["message_kind"] == "due"
    assert found["王建国"]["messages_as_of_utc"] == "2021-08-01T04:00:00Z"

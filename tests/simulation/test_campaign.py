"""A campaign that was stopped goes on where it was, and its sum is that of its parts."""

from __future__ import annotations

from pathlib import Path

from tests.simulation.campaign import (
    Chunk,
    gathered,
    read_log,
    rewrite_log,
    summary,
    to_do,
    write_log,
)


def test_what_is_in_the_log_is_not_done_again(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert [chunk.first for chunk in to_do(0, 120, 50, read_log(log))] == [0, 50, 100]
    write_log(log, Chunk(50, 50, "abc", {"record": 3}))
    left = to_do(0, 120, 50, read_log(log))
    assert [(chunk.first, chunk.count) for chunk in left] == [(0, 50), (100, 20)]


def test_a_line_cut_short_counts_as_not_done(tmp_path: Path) -> None:
    log = tmp_path / "log"
    write_log(log, Chunk(0, 50))
    write_log(log, Chunk(50, 50))
    log.write_text(log.read_text("utf-8")[:-20], "utf-8")
    assert [chunk.first for chunk in to_do(0, 100, 50, read_log(log))] == [50]


def test_the_sum_names_programs_faults_and_broken_stories() -> None:
    done = [Chunk(0, 50, "abc", {"record": 3}), Chunk(50, 50, "def", {"record": 4}, ["seed 51"])]
    histories, happened, broken, by_commit = summary(done)
    assert (histories, happened["record"], broken) == (100, 7, ["seed 51"])
    assert by_commit == {"abc": 50, "def": 50}


def test_a_log_is_written_shorter_and_says_the_same(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    for first, commit in ((0, "a"), (50, "a"), (150, "a"), (100, "b")):
        write_log(log, Chunk(first, 50, commit, {"sync": 1}, [f"seed {first}"]))
    before = summary(read_log(log))
    rewrite_log(log, gathered(read_log(log)))
    shorter = read_log(log)
    assert [(one.first, one.count, one.commit) for one in shorter] == [
        (0, 100, "a"),
        (100, 50, "b"),
        (150, 50, "a"),
    ]
    after = summary(shorter)
    assert (after[0], after[1], sorted(after[2]), after[3]) == (
        before[0],
        before[1],
        sorted(before[2]),
        before[3],
    )
    assert [one.first for one in to_do(0, 300, 50, shorter)] == [200, 250]


def test_the_kept_log_tells_of_no_broken_promise() -> None:
    kept = read_log(Path(__file__).parent / "campaign.jsonl")
    histories, _, broken, _ = summary(kept)
    assert histories >= 20_000
    assert broken == []

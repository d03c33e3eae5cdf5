"""The sync log on paper: what is proven first, then laptop by laptop, then the attempts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.hub.sync_log.proof import Proof, Tally, total
from fieldapp.hub.sync_log.reading import Line
from fieldapp.hub.sync_log.results import ROADS, words_of
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import Words, said

if TYPE_CHECKING:
    from fieldapp.hub.paper import Paper

_RECORDED_ARE = said(
    "{recorded} records known to be made = {waiting} waiting on laptops "
    "+ {confirmed} confirmed here"
).text
_DOSES_ARE = said(
    "{doses} dose records confirmed = {counted} counted + {contested} contested "
    "+ {quarantined} quarantined + {voided} struck through + {erased} erased"
).text


def write_pdf(
    out: Path,
    words: Words,
    place: Place,
    now_s: int,
    hub: str,
    lines: Sequence[Line],
    proven: Sequence[Proof],
    names: Mapping[int, str],
    *,
    practice: bool = False,
) -> None:
    """Raises CannotWrite, NoFont."""
    moment = place.moment(now_s)
    # fpdf takes a good part of the start, and few papers are asked for
    from fieldapp.hub.paper import Paper

    paper = Paper(
        words("Hub {hub} · as of {moment} ({zone}) · holds no names of people vaccinated",
              hub=hub, moment=moment, zone=place.zone),
        words("PRACTICE") if practice else "",
    )  # fmt: skip
    paper.set_title(words("Sync log"))
    paper.add_page()
    paper.said(words("Sync log with completeness proof"), 17, "B")
    _say_sum(paper, words, proven)
    _by_laptop(paper, words, place, proven)
    _owed(paper, words, place, proven)
    paper.said(words.count("{n} attempt|{n} attempts", len(lines)), 12, "B")
    _attempts(paper, words, place, lines, names)
    paper.finish(out)


def _say_sum(paper: Paper, words: Words, proven: Sequence[Proof]) -> None:
    whole = total(proof.tally for proof in proven)
    unaccounted = sum(proof.unaccounted for proof in proven)
    paper.said(words.count("{n} record unaccounted|{n} records unaccounted", unaccounted), 13, "B")
    paper.said(words(_RECORDED_ARE, **_written(_records(whole))), 10)
    paper.said(words(_DOSES_ARE, doses=f"{whole.doses:,}", **_states(whole)), 10)
    paper.ln(3)


def _records(tally: Tally) -> dict[str, int]:
    return {
        "recorded": tally.recorded,
        "waiting": tally.waiting,
        "confirmed": tally.confirmed,
    }


def _states(tally: Tally) -> dict[str, str]:
    names = ("counted", "contested", "quarantined", "voided", "erased")
    return _written({name: tally.states.get(name, 0) for name in names})


def _written(numbers: Mapping[str, int]) -> dict[str, str]:
    return {name: f"{number:,}" for name, number in numbers.items()}


def _by_laptop(paper: Paper, words: Words, place: Place, proven: Sequence[Proof]) -> None:
    heads = [
        words(head)
        for head in (
            "No.", "Team", "Last contact", "Made", "Waiting", "Here", "Newest record here",
            "Receipt", "Dose records", "Counted", "Unaccounted",
        )
    ]  # fmt: skip
    rows = [_laptop_row(words, place, proof) for proof in proven]
    paper.rows(heads, (8, 38, 28, 14, 16, 14, 58, 36, 18, 17, 26), "RLLRRRLLRRR", rows)


def _laptop_row(words: Words, place: Place, proof: Proof) -> list[str]:
    device, tally = proof.device, proof.tally
    tops = "\n".join(
        f"{seq:,} {hash_.hex()[:16]}" for epoch in proof.epochs for seq, hash_ in epoch.heads
    )
    given = [(e.receipt_s, e.receipt_seq) for e in proof.epochs if e.receipt_s is not None]
    newest = max(given, default=None)
    return [
        str(device.no),
        device.name,
        words("never") if device.last_contact_s is None else place.moment(device.last_contact_s),
        f"{tally.recorded:,}",
        f"{tally.waiting:,}",
        f"{tally.confirmed:,}",
        tops,
        "" if newest is None else f"{newest[1]:,}, {place.moment(newest[0])}",
        f"{tally.doses:,}",
        f"{tally.states.get('counted', 0):,}",
        f"{proof.unaccounted:,}",
    ]


def _owed(paper: Paper, words: Words, place: Place, proven: Sequence[Proof]) -> None:
    missing = [(proof.device, one) for proof in proven for one in proof.owed]
    if not missing:
        paper.said(words("No record is known of that is not here."), 10)
        paper.ln(3)
        return
    paper.said(words("Owed: known to be made, not here"), 12, "B")
    heads = [words(head) for head in ("Laptop", "Team", "Records", "Known since", "Epoch")]
    rows = [
        [str(device.no), device.name, f"{one.first_seq:,} – {one.last_seq:,}",
         place.moment(one.since_s), one.epoch.hex()]
        for device, one in missing
    ]  # fmt: skip
    paper.rows(heads, (16, 60, 50, 50, 97), "RLLLL", rows)


def _attempts(
    paper: Paper, words: Words, place: Place, lines: Sequence[Line], names: Mapping[int, str]
) -> None:
    heads = [
        words(head)
        for head in (
            "When", "Laptop", "Team", "Road", "Bytes in", "Bytes out", "Records", "Result"
        )
    ]  # fmt: skip
    rows = [
        [
            place.moment_s(line.at_s),
            "" if line.device is None else str(line.device),
            "" if line.device is None else names.get(line.device, ""),
            words.say(ROADS[line.road]) + ("" if line.via is None else f" {line.via}"),
            f"{line.bytes_in:,}",
            "" if line.bytes_out is None else f"{line.bytes_out:,}",
            "" if line.first_seq is None else f"{line.first_seq:,} – {line.last_seq or 0:,}",
            words.say(words_of(line)),
        ]
        for line in reversed(lines)
    ]
    paper.rows(heads, (40, 14, 48, 26, 20, 20, 32, 73), "LRLLRRRL", rows)

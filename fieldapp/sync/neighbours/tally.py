"""What a meeting came to, as both ends counted it."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.neighbour import Sum


@dataclass(frozen=True, slots=True)
class Learned:
    """What the hub's lists that the neighbour carried told this laptop anew.

    `recalled` and `lifted` are lots with their vaccines, `shut_out` teams whose access the hub has
    closed. `taken` and `given` count lists, `refused` those that came and did not hold. `whole`:
    each end heard all that the other had to say; never with an older program.
    """

    recalled: tuple[tuple[str, str], ...] = ()
    lifted: tuple[tuple[str, str], ...] = ()
    shut_out: tuple[str, ...] = ()
    given: int = 0
    taken: int = 0
    refused: int = 0
    whole: bool = False

    def as_json(self) -> dict[str, object]:
        """As part of a meeting's object."""
        lots = {"recalled": self.recalled, "lifted": self.lifted}
        told = {
            name: [{"vaccine": vaccine, "lot": lot} for vaccine, lot in some]
            for name, some in lots.items()
        }
        counts = {"given": self.given, "taken": self.taken, "refused": self.refused}
        return {**told, "shut_out": list(self.shut_out), **counts, "whole": self.whole}

    def in_lines(self) -> list[str]:
        """The same for a person; nothing where nothing is new."""
        learned = "learned from the neighbour, signed by the hub:"
        lines = [f"{learned} lot {lot} ({vaccine}) recalled" for vaccine, lot in self.recalled]
        lines += [f"{learned} lot {lot} ({vaccine}) good again" for vaccine, lot in self.lifted]
        lines += [f"{learned} access closed for {team}" for team in self.shut_out]
        if self.refused:
            lines.append(f"{self.refused} lists that it brought did not hold and changed nothing")
        return lines


@dataclass(frozen=True, slots=True)
class Met:
    """One meeting, seen from this end; the other's words say the same with the ends exchanged.

    `given` and `taken` are what was handed over just now, `it_holds` all that the other laptop
    holds of ours, `we_hold` all that we hold of it. `confirmed` counts our doses that the receipts
    it brought confirmed, `receipts` those that we brought it, `seen` the people it told of.
    """

    device: int
    name: str
    given: Sum
    taken: Sum
    it_holds: Sum
    we_hold: Sum
    confirmed: int
    receipts: int
    seen: int
    learned: Learned = Learned()

    def as_json(self) -> dict[str, object]:
        """The object that `neighbour meet --json` and `serve --json` print."""
        sums = {
            "given": self.given,
            "taken": self.taken,
            "it_holds": self.it_holds,
            "we_hold": self.we_hold,
        }
        told = {
            name: {"parcels": one.parcels, "records": one.records, "doses": one.doses}
            for name, one in sums.items()
        }
        counts = {"confirmed": self.confirmed, "receipts": self.receipts, "seen": self.seen}
        lists = {"lists": self.learned.as_json()}
        return {"device": self.device, "name": self.name, **told, **counts, **lists}

    def in_words(self) -> str:
        """The same for a person."""
        lines = [
            f"Met {self.name} (device {self.device}). Both laptops counted the same:",
            f"handed over {self.given.doses} doses ({self.given.records} records);"
            f" {self.name} holds {self.it_holds.doses} doses of this laptop for the hub",
            f"taken {self.taken.doses} doses ({self.taken.records} records);"
            f" this laptop holds {self.we_hold.doses} doses of {self.name}",
        ]
        if self.confirmed:
            lines.append(f"{self.confirmed} doses are newly confirmed by receipts it brought")
        if self.seen:
            lines.append(f"{self.seen} people were vaccinated there today; the desk will say so")
        return "\n".join([*lines, *self.learned.in_lines()])

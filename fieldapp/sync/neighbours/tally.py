"""What a meeting came to, as both ends counted it."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.neighbour import Sum


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
        return {"device": self.device, "name": self.name, **told, **counts}

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
        return "\n".join(lines)

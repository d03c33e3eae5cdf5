"""What can go wrong between two laptops, in words. Nothing recorded is ever at risk here."""

from __future__ import annotations

from fieldapp.sync.errors import NeedsPerson, SyncError


class NeighbourError(SyncError):
    """The meeting did not come about, or broke off; what was handed over until then is held."""

    safe = "Everything is saved on this laptop. Whatever was handed over until then is safe too."
    next_step = "Keep working, and meet again."


class NeighbourGone(NeighbourError):
    """Nobody answers at this address."""

    happened = "There is no laptop at {address}."
    next_step = "See that the other laptop listens and is on the same network, then try again."


class NobodyNear(NeighbourError):
    """Nothing was found by itself; many networks keep their guests apart."""

    happened = "No other laptop of this hub was found on this network."
    next_step = "See that the other laptop listens, or type the address that it shows."


class MeetingCut(NeighbourError):
    """The connection broke, or was too slow."""

    happened = "The connection to the other laptop broke off."


class NotALaptop(NeighbourError):
    """Whatever answers speaks something else, or a newer language."""

    happened = "What answered is not a laptop of this program, or of another version of it."
    next_step = "Check the address, and update the older of the two laptops."


class OtherHub(NeedsPerson):
    """A laptop of another organisation."""

    happened = "The other laptop belongs to another hub. Nothing was told or handed over."
    next_step = "Look for a laptop of your own teams."


class NotProven(NeedsPerson):
    """It could not show the hub's word for what it says it is."""

    happened = "The other laptop did not prove that it is one of ours. Nothing was handed over."
    next_step = "If it is one of your teams', let it sync with the hub once, then meet again."


class ItsMembershipEnded(NeedsPerson):
    """Silent for so long that the hub's word for it no longer holds."""

    happened = "The other laptop has not reached the hub for too long. Nothing was handed over."
    next_step = "Compare the dates of both laptops; one sync of the other one mends the rest."


class ShutOut(NeedsPerson):
    """The hub has withdrawn its access."""

    happened = "The hub has closed the other laptop's access. Nothing was told or handed over."
    next_step = "Tell your supervisor where this laptop is."


class NoMembership(NeedsPerson):
    """This laptop has nothing to show yet."""

    happened = "This laptop cannot prove yet that it belongs to the hub."
    next_step = "Sync with the hub once; from then on neighbours can be met without it."


class MembershipEnded(NeedsPerson):
    """Ours has run out."""

    happened = "This laptop has not reached the hub for too long, so neighbours cannot be met."
    next_step = "Check this laptop's date. One sync with the hub is enough."


class RefusedByNeighbour(NeedsPerson):
    """It did not accept our proof, and says no more."""

    happened = "The other laptop did not accept this one as one of ours."
    next_step = "Compare the dates of both laptops, and let both sync with the hub once."


class ThisVeryLaptop(NeedsPerson):
    """The address leads back here."""

    happened = "This is the address of this very laptop."
    next_step = "Type the address that the other laptop shows."


class NeighbourBusy(NeighbourError):
    """It is syncing, or meeting somebody else."""

    happened = "The other laptop is busy with another sync."
    next_step = "Try again in a moment."


class NeighbourFull(NeighbourError):
    """It holds as much for others as it may."""

    happened = "The other laptop has no room to hold more for its neighbours."
    next_step = "Hand the records in at the hub, or write them to a stick."


class NoRoomHere(NeighbourError):
    """This laptop holds as much for others as it may."""

    happened = "This laptop has no room to hold more for its neighbours."
    next_step = "Sync with the hub: what is held for others goes with it."


class CountsDiffer(NeighbourError):
    """Both ends counted, and not the same."""

    happened = "The two laptops counted differently."
    next_step = "Meet again. If it happens twice, use a stick and tell your supervisor."


class BadAddress(NeedsPerson):
    """Not an address."""

    happened = "{address} is not the address of a laptop."
    safe = "Nothing was tried."
    next_step = "Type what the other laptop shows, for instance 192.168.1.20:17370."


class CannotListen(NeedsPerson):
    """The door is taken, or there is no network."""

    happened = "This laptop cannot listen at {address}: {why}."
    safe = "Everything is saved on this laptop."
    next_step = "Join a network, or close the other program, then switch listening on again."


REFUSALS: dict[str, type[SyncError]] = {
    "busy": NeighbourBusy,
    "full": NeighbourFull,
    "other-hub": OtherHub,
    "itself": ThisVeryLaptop,
    "unproven": RefusedByNeighbour,
    "ended": RefusedByNeighbour,
    "shut-out": RefusedByNeighbour,
}
"""What a refusal means to the one who gets it, by its code."""

CODES: dict[type[SyncError], str] = {
    OtherHub: "other-hub",
    ThisVeryLaptop: "itself",
    NotProven: "unproven",
    ItsMembershipEnded: "ended",
    ShutOut: "shut-out",
    NeighbourFull: "full",
}
"""What is told to the other end, by what went wrong here."""

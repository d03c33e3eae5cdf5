"""One time of listening for neighbours: runs on its lane, tells the GUI's thread what happens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.consult import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.met_words import MetWords, met_words

if TYPE_CHECKING:
    from fieldapp.sync.neighbours.address import Address
    from fieldapp.sync.neighbours.tally import Met

_Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Road:
    """How neighbours are met; tests hand in a road of their own.

    `meet(practice, typed, near)` answers the words of each meeting. `listen(practice, listening)`
    lasts until `listening.beat()` is true.
    """

    meet: Callable[[Practice, str, Sequence[str]], list[MetWords]]
    listen: Callable[[Practice, Listening], None]


class Listening(QObject):
    """The door while it is open. `near` is who was found, address by name; `address` our own."""

    changed = Signal()
    met = Signal(object)  # MetWords
    _happened = Signal(str, object)

    def __init__(self, practice: Practice, road: Road, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._road = practice, road
        self._ending = threading.Event()
        self.name, self.address = "", ""
        self.near: dict[str, str] = {}
        self._happened.connect(self._note)

    def work(self) -> None:
        """Listen; called by a lane in its own thread. Raises what listening raises."""
        self._road.listen(self._practice, self)

    def stop(self) -> None:
        """Close the door within a moment."""
        self._ending.set()

    def beat(self) -> bool:
        """Whether to end; called by the listening thread again and again."""
        return self._ending.is_set()

    # told by the listening thread, noted in the GUI's

    def tell_opened(self, name: str, address: str) -> None:
        """The door is open."""
        self._happened.emit("opened", (name, address))

    def tell_near(self, near: dict[str, str]) -> None:
        """Who is near has changed."""
        self._happened.emit("near", near)

    def tell_met(self, words: MetWords) -> None:
        """Somebody called, and all went well."""
        self._happened.emit("met", words)

    def _note(self, what: str, value: object) -> None:
        if what == "met":
            self.met.emit(value)
            return
        if what == "opened" and isinstance(value, tuple):
            self.name, self.address = value
        elif isinstance(value, dict):
            self.near = value
        self.changed.emit()


def real_road() -> Road:
    """Real sockets and the real network; loaded when somebody first uses it."""
    return Road(_meet, _listen)


def _meet(practice: Practice, typed: str, near: Sequence[str]) -> list[MetWords]:
    from fieldapp.actions.meet_neighbours import meet_all, meet_at, meet_near
    from fieldapp.sync.neighbours.address import parse_address

    journal, clock = practice.journal, practice.clock
    if typed:
        met = [meet_at(journal, typed, clock)]
    elif near:
        met = meet_all(journal, [parse_address(one) for one in near], clock)
    else:
        met = meet_near(journal, clock)
    return [met_words(one) for one in met]


def _listen(practice: Practice, listening: Listening) -> None:
    from contextlib import closing

    from fieldapp.actions.await_neighbours import await_neighbours
    from fieldapp.sync.neighbours.nearby import Lookout, random_name
    from fieldapp.sync.neighbours.proving import own_side

    name = random_name()
    key = own_side(practice.journal).party.hub_box_key
    with closing(Lookout(key, own_name=name)) as lookout:
        seen: dict[str, str] = {}

        def beat() -> bool:
            nonlocal seen
            now = {one.name: str(one.address) for one in lookout.nearby()}
            if now != seen:
                seen = now
                listening.tell_near(now)
            return listening.beat()

        def ready(address: Address) -> None:
            listening.tell_opened(name, str(address))

        def met(one: Met) -> None:
            listening.tell_met(met_words(one))

        await_neighbours(
            practice.journal,
            practice.clock,
            ready=ready,
            met=met,
            failed=_passed_over,
            stopped=beat,
            name=name,
        )


def _passed_over(error: FieldAppError) -> None:
    """Strangers and broken calls are the caller's to hear about; the door stays open."""

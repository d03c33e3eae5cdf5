"""Joins the neighbour card to the road: listens while a person wants it, meets off the GUI thread.

While it listens, whoever is near is met again by itself: soon after a dose, and every minute by the
one of the two whose name of this time comes first. Such meetings fail silently; the next one mends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.actions.consult import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.neighbours import Neighbour, neighbours
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.listening import Listening, Road, real_road
from fieldapp.ui.met_words import MetWords
from fieldapp.ui.neighbour_card import NeighbourCard, NeighbourState
from fieldapp.ui.words import sentences, tr

_AFTER_A_DOSE_MS = 10_000
_EVERY_MS = 60_000


class NeighbourFlow(Flow):
    """One meeting at a time; listening runs on a lane of its own until it is stopped."""

    ended = Signal()  # something was taken or confirmed: count again

    def __init__(
        self,
        card: NeighbourCard,
        practice: Practice,
        *,
        journal_lane: Lane,
        network_lane: Lane,
        listening_lane: Lane,
        parent: QObject,
        road: Road | None = None,
    ) -> None:
        super().__init__(parent)
        self._card, self._practice, self._owner = card, practice, parent
        self._journal_lane, self._network_lane = journal_lane, network_lane
        self._listening_lane, self._road = listening_lane, road or real_road()
        self._joined, self._busy, self._stopped = False, False, False
        self._held: list[Neighbour] = []
        self._news = ""  # laptops meet every minute: what one learned must not pass by unseen
        self._listening: Listening | None = None
        card.listen_requested.connect(self.listen)
        card.stop_requested.connect(self.stop_listening)
        card.meet_requested.connect(self.meet)
        self._soon, self._often = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._meet_quietly)
        self._often.setInterval(_EVERY_MS)
        self._often.timeout.connect(self._meet_those_we_call)

    # what the card shows

    def show(self, joined: bool) -> None:
        """Tell the card whether there is a hub at all."""
        self._joined = joined
        self._show()

    def look(self) -> None:
        """Read what is held for others."""
        journal = self._practice.journal
        self._do(self._journal_lane, lambda: neighbours(journal), self._seen)

    def _seen(self, found: list[Neighbour]) -> None:
        if not self._stopped:
            self._held = found
            self._show()

    def _show(self) -> None:
        listening = self._listening
        state = NeighbourState(
            self._words(),
            self._held_words(),
            listening=listening is not None,
            busy=self._busy,
            ready=self._joined and not self._stopped,
        )
        self._card.show_neighbours(state)

    def _words(self) -> str:
        listening = self._listening
        if self._busy:
            return tr("Looking for the other laptop. You can go on working.")
        if listening is None:
            return tr("Not listening: the other laptop cannot find this one.")
        if not listening.address:
            return tr("Opening…")
        words = tr("Listening at {address}.").format(address=listening.address)
        if listening.near:
            near = tr("Laptops of this hub near: {n}").format(n=len(listening.near))
            return sentences(words, near)
        return words

    def _held_words(self) -> str:
        held = [one for one in self._held if one.held.doses]
        if not held:
            return ""
        doses = sum(one.held.doses for one in held)
        names = tr(", ").join(one.name for one in held)
        return tr("Held here for {names}: {n} doses, sealed").format(names=names, n=doses)

    # listening

    def listen(self) -> None:
        """Open the door and be found, until it is closed."""
        if self._listening is not None or self._stopped:
            return
        self._card.say("")
        listening = Listening(self._practice, self._road, self._owner)
        listening.changed.connect(self._show)
        listening.met.connect(self._met)
        self._listening = listening
        job = Job(listening.work, self._owner)
        job.failed.connect(self._say_failure)
        job.crashed.connect(self.bug)
        job.ended.connect(lambda: self._closed(listening))
        self._listening_lane.start(job)
        self._often.start()
        self._show()

    def stop_listening(self) -> None:
        """Close the door; a meeting that is under way ends first."""
        if self._listening is not None:
            self._listening.stop()

    def _closed(self, listening: Listening) -> None:
        listening.deleteLater()
        if self._listening is listening:
            self._listening = None
            self._often.stop()
            if not self._stopped:
                self._show()

    # meeting

    def meet(self, typed: str) -> None:
        """Meet the laptop at an address, or whoever is near."""
        if self._busy or self._stopped:
            return
        road, practice = self._road, self._practice
        near = self._near()
        self._busy = True
        self._card.say("")
        self._show()
        self._do(
            self._network_lane,
            lambda: road.meet(practice, typed, near),
            self._all_met,
            failed=self._say_failure,
            ended=self._over,
        )

    def recorded(self) -> None:
        """A dose was recorded: the other lane should know it soon."""
        if self._near() and not self._soon.isActive():
            self._soon.start(_AFTER_A_DOSE_MS)

    def _near(self) -> list[str]:
        return [] if self._listening is None else list(self._listening.near.values())

    def _meet_those_we_call(self) -> None:
        if self._listening is not None:
            own = self._listening.name
            self._quietly([a for name, a in self._listening.near.items() if own < name])

    def _meet_quietly(self) -> None:
        self._quietly(self._near())

    def _quietly(self, near: Sequence[str]) -> None:
        if near and not self._busy and not self._stopped:
            road, practice = self._road, self._practice
            work = lambda: road.meet(practice, "", near)  # noqa: E731  one line, used once below
            self._do(self._network_lane, work, self._all_met, failed=lambda _error: None)

    def _all_met(self, met: list[MetWords]) -> None:
        for words in met:
            self._met(words)

    def _met(self, words: MetWords) -> None:
        if self._stopped:
            return
        self._news = words.news or self._news
        self._card.say(sentences(self._news, words.counted), "wait" if self._news else "ok")
        self.look()
        self.ended.emit()

    def _say_failure(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._card.say(in_words(error), "stop")

    def _over(self) -> None:
        self._busy = False
        if not self._stopped:
            self._show()
            self.ended.emit()

    def _do(
        self,
        lane: Lane,
        work: Callable[[], object],
        then: Callable[..., None],
        *,
        failed: Callable[[FieldAppError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        job = Job(work, self._owner)
        job.succeeded.connect(then)
        job.failed.connect(failed or self._say_failure)
        job.crashed.connect(self.bug)
        if ended is not None:
            job.ended.connect(ended)
        lane.start(job)

    def stop(self) -> None:
        """Close the door and begin nothing more."""
        self._stopped = True
        self._soon.stop()
        self._often.stop()
        self.stop_listening()

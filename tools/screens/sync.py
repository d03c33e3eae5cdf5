"""Pictures of the sync room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from fieldapp.sync.errors import ConnectionCut, NetworkWantsLogin
from fieldapp.sync.neighbours.tally import Learned, Met
from fieldapp.sync.outcome import DONE, NEWS_LATER
from fieldapp.sync.pack import PackForOthers
from fieldapp.ui import language
from fieldapp.ui.copy_card import CopyCardState
from fieldapp.ui.error_words import happened, in_words, sentence
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.met_words import met_words
from fieldapp.ui.neighbour_card import NeighbourState
from fieldapp.ui.stick_card import StickState
from fieldapp.ui.strips import TruthState
from fieldapp.ui.sync_screen import AttemptRow, RoadState, SumState
from fieldapp.ui.words import sentences, tr
from fieldapp.wire.neighbour import Sum
from tools.screens.frame import show_frame
from tools.screens.people import NOW

_MET = Met(
    8, "2号船 Boat 2", Sum(1, 70, 63), Sum(1, 30, 26), Sum(2, 70, 63), Sum(3, 66, 58), 0, 0, 26
)


def _sync(window: MainWindow) -> None:
    load = tr("Doses waiting: {n} · about {size}").format(n=63, size=language.size(1900))
    words = tr("It sends by itself when there is a network.")
    show_frame(window, hours_waiting=30)
    _room(window, 63, RoadState(words, load, may_try=True), DONE)


def _room(window: MainWindow, waiting: int, road: RoadState, newest: str) -> None:
    """So many doses wait, and the newest line of the log."""
    window.show_room("sync")
    window.sync.show_sum(SumState(4812, waiting, 4812 - waiting, 4804 - waiting, 5, 2, 1, 0))
    window.sync.show_road(road)
    window.sync.stick.show_stick(
        StickState(
            tr("{name} is in. Sealed: only the hub can read it.").format(name="KINGSTON 32 GB"),
            tr("Doses waiting: {n}").format(n=waiting),
            may_write=True,
            may_read=True,
        )
    )
    receipt = tr("✓ {n} doses · head {head}…").format(n=93, head="77e0")
    lines = [(3, newest, receipt), (27, NetworkWantsLogin.happened, tr("none"))]
    window.sync.copy.show_copy(
        CopyCardState(
            tr("Kept after every dose in {folder}").format(folder="SD 64 GB"),
            tr("{n} doses are on it, sealed.").format(n="4,812"),
            "ok",
            kept=True,
        )
    )
    window.sync.neighbour.show_neighbours(
        NeighbourState(
            tr("Listening at {address}.").format(address="192.168.7.20:17370")
            + " "
            + tr("Laptops of this hub near: {n}").format(n=1),
            tr("Held here for {names}: {n} doses, sealed").format(names="2号船 Boat 2", n=58),
            listening=True,
            ready=True,
        )
    )
    window.sync.neighbour.say(met_words(_MET).counted, "ok")
    window.sync.show_attempts(
        [
            AttemptRow(
                when=language.capital(language.moment(NOW - timedelta(hours=hours), NOW)),
                road=tr("Internet"),
                doses="93",
                size=language.size(2700),
                happened=sentence(happened),
                receipt=said,
            )
            for hours, happened, said in lines
        ]
    )


def _news_later(window: MainWindow) -> None:
    """Every record is confirmed; the line broke while the roster came."""
    words = sentences(
        tr("All {n} confirmed.").format(n="4,812"),
        tr("The rest of the news (roster) did not arrive; it goes on next time."),
        happened(ConnectionCut()),
    )
    show_frame(window)
    window.truth.show_truth(
        TruthState(
            recorded_today=184,
            recorded=4812,
            confirmed=4812,
            link_up=True,
            link_words=tr("Hub reached"),
            copied=4812,
            copy_words=tr("second copy"),
        )
    )
    _room(window, 0, RoadState(words, tr("Nothing waits."), may_try=True), NEWS_LATER)


def _erased(window: MainWindow) -> None:
    """Some of the doses were of people whom the hub erased by law."""
    _sync(window)
    window.sync.show_sum(SumState(4812, 63, 4749, 4738, 5, 2, 1, 3))


def _not_joined(window: MainWindow) -> None:
    """A laptop that no network reached yet: a stick with a pack is in, and it is for others."""
    show_frame(window)
    copied = TruthState(12, 12, 12, copied=12, copy_words=tr("second copy"))
    window.truth.show_truth(copied)
    load = tr("Doses waiting: {n}").format(n=12)
    _room(window, 12, RoadState(tr("Not joined to a hub"), load), DONE)
    window.sync.show_sum(SumState(12, 12, 0, 0, 0, 0, 0, 0))
    window.sync.show_attempts([])
    words = tr("{name} is in. With the hub’s pack on it this laptop joins.")
    named = words.format(name="KINGSTON 32 GB")
    window.sync.stick.show_stick(StickState(named, load, may_read=True))
    window.sync.neighbour.show_neighbours(NeighbourState(tr("Not joined to a hub")))
    window.sync.neighbour.say("")
    refused = PackForOthers(file="pack-2-to-9.vxk")
    window.sync.stick.say(in_words(refused), "stop")


def _recall_by_neighbour(window: MainWindow) -> None:
    """A boat that never sees the internet hears of a recall from another one."""
    _sync(window)
    learned = Learned(recalled=(("covid-inact-bibp", "202103B16"),), taken=2, whole=True)
    words = met_words(replace(_MET, learned=learned))
    window.sync.neighbour.say(sentences(words.news, words.counted), "wait")


SCREENS: Mapping[str, Callable[[MainWindow], None]] = {
    "sync": _sync,
    "sync-news-later": _news_later,
    "sync-erased": _erased,
    "sync-not-joined": _not_joined,
    "sync-recall-by-neighbour": _recall_by_neighbour,
}

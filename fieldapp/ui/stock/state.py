"""What the pages of the stock room show, already in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LotLine:
    """A lot of the table. `tone` colours its state, `icon` stands beside it."""

    vaccine_id: str
    lot_number: str
    product: str
    expires: str
    expires_tone: str
    vials: str
    doses: str
    state: str
    tone: str
    icon: str
    detail: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the four sums over the table."""

    name: str
    number: str
    words: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class VialState:
    """The open vial below the table: `part` of it is full."""

    title: str
    left: str
    words: str
    part: float
    tone: str


@dataclass(frozen=True, slots=True)
class AlertState:
    """The one thing that needs somebody most. `action` names what its button does."""

    title: str
    words: str
    tone: str
    icon: str
    button: str
    action: str
    vaccine_id: str = ""
    lot_number: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The readings of one logger, to be drawn: seconds and tenths of a degree."""

    points: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Mark:
    """The worst moment of an excursion, with what is written beside it."""

    at_s: int
    tenths: int
    words: str


@dataclass(frozen=True, slots=True)
class ChartState:
    """What the chart draws. `high`, `low` in tenths; `low` None: no lower limit. Further apart than
    `gap_s` nothing is drawn between two readings. `ticks`: seconds and their words."""

    lines: Sequence[Line] = ()
    first_s: int = 0
    last_s: int = 1
    high: int = 80
    low: int | None = 20
    gap_s: int = 3600
    marks: Sequence[Mark] = ()
    ticks: Sequence[tuple[int, str]] = ()
    words: str = ""  # the whole, for who does not see it


@dataclass(frozen=True, slots=True)
class ThermometerState:
    """The cold-chain card: the newest reading and the chart. `name` empty: nothing was read."""

    name: str = ""
    now: str = ""
    state: str = ""
    tone: str = "ok"
    icon: str = "circle-check"
    when: str = ""
    chart: ChartState = field(default_factory=ChartState)


@dataclass(frozen=True, slots=True)
class BoardState:
    """The whole board."""

    counted: str
    tiles: Sequence[Tile]
    lots: Sequence[LotLine]
    vial: VialState | None
    cold: ThermometerState
    alert: AlertState | None
    undo: str = ""


@dataclass(frozen=True, slots=True)
class MoveState:
    """A movement that is about to be written down.

    `lot` None: the product and lot are asked (receive). `places` are (id, words) to choose from
    when the lot is in several; `there` says how many doses are at each. `asks_amount` False: only
    a lot is asked (a recall).
    """

    verb: str
    title: str
    detail: str
    products: Sequence[tuple[str, str]] = ()
    lot: tuple[str, str] | None = None
    vial_doses: int = 1
    places: Sequence[tuple[str, str]] = ()
    there: Sequence[int] = ()
    reasons: Sequence[tuple[str, str]] = ()
    asks_vvm: bool = False
    asks_amount: bool = True
    session: str = ""


@dataclass(frozen=True, slots=True)
class MoveForm:
    """What was filled in. `place` is the id of the chosen one."""

    product: str
    lot: str
    expiry: str
    vial_doses: str
    vials: str
    doses: str
    place: str
    reason: str
    note: str
    vvm: str


@dataclass(frozen=True, slots=True)
class MovementLine:
    """A movement of the list; `struck`: it was taken back."""

    event_id: bytes
    when: str
    what: str
    lot: str
    doses: str
    where: str
    why: str
    who: str
    struck: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class GotItLine:
    """Somebody who got a lot, and when."""

    name: str
    born: str
    phone: str
    given: str
    by: str


@dataclass(frozen=True, slots=True)
class ExcursionLine:
    """One time outside the limits."""

    began: str
    outside: str
    peak: str
    side: str
    lots: str
    tone: str


@dataclass(frozen=True, slots=True)
class ColdState:
    """The cold-chain page. `chosen` is the name of the container shown."""

    containers: Sequence[str]
    chosen: str
    thermometer: ThermometerState
    excursions: Sequence[ExcursionLine]
    rule: str
    period: str


@dataclass(frozen=True, slots=True)
class ImportState:
    """How an import goes on; `done` of `whole` readings."""

    words: str
    tone: str = "muted"
    done: int = 0
    whole: int = 0
    busy: bool = False

"""The hub's numbers as Prometheus reads them. No label has a value that could name anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from fieldapp.hub.devices import devices
from fieldapp.hub.running import Hub
from fieldapp.hub.upkeep.health import Health
from fieldapp.hub.upkeep.tally import COUNTERS, DURATIONS
from fieldapp.hub.web import sessions
from fieldapp.hub.web.standing import Silence, silence_of
from fieldapp.hub.web.tables import web_session

MEDIA_TYPE = CONTENT_TYPE_LATEST
_PREFIX = "fieldapp_hub_"
_session = web_session.c
_Totals = Mapping[tuple[str, str], float]


class _Read:
    """One reading, as the library wants to collect it."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = tuple(families)

    def collect(self) -> Iterator[Metric]:
        yield from self._families


def exposition(hub: Hub, health: Health) -> bytes:
    """Everything, as text."""
    totals = hub.tally.totals()
    registry = CollectorRegistry(auto_describe=False)
    counted = [*_counted(totals), *_timed(totals)]
    registry.register(_Read([*counted, *_of_health(health), *_sessions(hub), *_laptops(hub)]))
    return generate_latest(registry)


def _counted(totals: _Totals) -> Iterator[Metric]:
    for name, counter in COUNTERS.items():
        labels = [counter.label] if counter.label else []
        family = CounterMetricFamily(_PREFIX + name, counter.words, labels=labels)
        for value in counter.values:
            family.add_metric([value] if labels else [], totals[name, value])
        yield family


def _timed(totals: _Totals) -> Iterator[Metric]:
    for name, span in DURATIONS.items():
        reached, buckets = 0.0, []
        for cell in span.cells[:-1]:
            reached += totals[name, cell]
            buckets.append((cell, reached))
        family = HistogramMetricFamily(_PREFIX + name, span.words)
        family.add_metric([], buckets, totals[name, "sum"])
        yield family


def _of_health(health: Health) -> Iterator[Metric]:
    yield _gauge("ready", "1 while laptops should be sent here.", health.ready)
    yield _gauge("database_up", "1 while the database answers.", health.database)
    yield _gauge("disk_free_bytes", "Room on the disk of the hub's folder.", health.free_bytes)
    if health.behind is not None:
        words = "Pages that have a receipt and are not in the tables yet."
        yield _gauge("projected_to", "The last page that the tables show.", health.projected_to)
        yield _gauge("newest_frame", "The last page that came in.", health.newest_frame)
        yield _gauge("projected_to_lag", words, health.behind)
    yield _waiting(health)
    if health.published_through is not None:
        published = datetime.combine(health.published_through, time(), UTC).timestamp()
        yield _gauge("published_through_seconds", "The last day whose figures are said.", published)


def _waiting(health: Health) -> Metric:
    words = "People of whom what follows from their records is not said anew yet, 10000 at most."
    family = GaugeMetricFamily(_PREFIX + "waiting", words, labels=["what"])
    for what, number in health.waiting.items():
        family.add_metric([what], number)
    return family


def _sessions(hub: Hub) -> Iterator[Metric]:
    """Nothing while the database does not answer, or where it may not be asked this."""
    now_s = hub.now_s()
    in_use = select(func.count()).where(
        _session.stage == sessions.Stage.IN,
        _session.seen_s > now_s - sessions.IDLE_S,
        _session.made_s > now_s - sessions.ABSOLUTE_S,
    )
    try:
        with hub.store.reading() as connection:
            open_now = int(connection.execute(in_use).scalar_one())
    except SQLAlchemyError:
        return
    yield _gauge("sessions_open", "People who have signed in to the pages.", open_now)


def _laptops(hub: Hub) -> Iterator[Metric]:
    """The same of how long laptops are silent."""
    now_s = hub.now_s()
    try:
        with hub.store.reading() as connection:
            known = devices(connection).values()
    except SQLAlchemyError:
        return
    silences = Counter(silence_of(device, now_s)[0] for device in known)
    words = "Laptops by how long they were silent: amber over 1 day, red over 3."
    family = GaugeMetricFamily(_PREFIX + "laptops", words, labels=["silence"])
    for silence in Silence:
        family.add_metric([silence.value], silences[silence])
    yield family


def _gauge(name: str, words: str, value: float | None) -> Metric:
    return GaugeMetricFamily(_PREFIX + name, words, value=float(value or 0))

"""The push: change after change, whole people in transactions that may be sent again.

Safe to stop and to run again at any moment, also by kill -9: how far the server is moves only after
it answered, and what it got a second time is the same resource by its identifier. What it refuses
is found by halving and by the entry it names, kept with its answer, and never holds up the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from fieldapp.hub.changes.keeping import number_changes
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.messages.alone import alone_on_this_machine
from fieldapp.hub.messages.errors import AlreadySending
from fieldapp.hub.push import keeping
from fieldapp.hub.push.answers import Fate, Refusal, read_answer
from fieldapp.hub.push.errors import AlreadyPushing, PushError, ServerUnfit
from fieldapp.hub.push.keeping import Settled, Target, Which
from fieldapp.hub.push.link import Link
from fieldapp.hub.push.parcels import Parcel, digest, parcels_of, which
from fieldapp.hub.store import Store
from fieldapp.reports.fhir.bundle import line, transaction
from fieldapp.reports.fhir.records import Ground
from fieldapp.reports.fhir.telling import Told

PEOPLE_A_BUNDLE, CHANGES_A_ROUND = 20, 100
MOST_REFUSED = 20
"""People in a row, of whom the server takes nothing: it is the server then, not the people."""
_FOLDER = "push"
_NOT_THERE = (404, 410)
_STUMBLED = Refusal(
    None,
    0,
    '{"resourceType": "OperationOutcome", "issue": [{"severity": "fatal", "code": "exception",'
    ' "diagnostics": "The hub has a fault of its own with this person. It was logged."}]}',
)
_TOO_LARGE = Refusal(None, 413, '{"resourceType": "OperationOutcome"}')


@dataclass(frozen=True, slots=True)
class Job:
    """What a run needs. `fold`: whether this program may bring the tables up to date first."""

    store: Store
    link: Link
    ground: Ground
    now_s: Callable[[], int]
    fold: bool = True


@dataclass
class Outcome:
    """What a run came to, in counts: nobody is named."""

    people: int = 0
    resources: int = 0
    deleted: int = 0
    unchanged: int = 0
    refused: int = 0

    def as_json(self) -> dict[str, int]:
        """For --json."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def count(self, one: Settled) -> None:
        """One person more."""
        self.people += 1
        self.resources += len(one.taken)
        self.deleted += len(one.gone)
        self.refused += len(one.refused)


def push(job: Job, *, again: bool = False) -> Outcome:
    """Push what changed since the last time; `again`: also whom the server refused something of.

    Raises AlreadyPushing, ServerAway, ServerUnfit.
    """
    if job.fold:
        catch_up(job.store)
        number_changes(job.store, job.now_s)
    with _alone(job.store):
        with job.store.writing() as connection:
            target = keeping.target_of(connection, job.link.url)
        run = _Run(job, target)
        try:
            if again:
                run.again()
            run.changes()
        except PushError as error:
            with job.store.writing() as connection:
                keeping.note_end(connection, target, job.now_s(), error.happened.format(
                    **error.details))  # fmt: skip
            raise
        with job.store.writing() as connection:
            keeping.note_end(connection, target, job.now_s())
        return run.outcome


@contextmanager
def _alone(store: Store) -> Iterator[None]:
    with store.alone("push") as free:
        if not free:
            raise AlreadyPushing()
        try:
            with alone_on_this_machine(store.folder / _FOLDER):
                yield
        except AlreadySending as held:
            raise AlreadyPushing() from held


@dataclass
class _Run:
    """One run to one server."""

    job: Job
    target: Target
    outcome: Outcome = field(default_factory=Outcome)
    _refused_in_a_row: int = 0

    def changes(self) -> None:
        """Everything since."""
        after = self.target.pushed_to
        while True:
            with self.job.store.reading() as connection:
                changes = keeping.next_changes(connection, after, CHANGES_A_ROUND)
            if not changes:
                return
            after = changes[-1][1]
            self._some({client for client, _ in changes}, after)

    def again(self) -> None:
        """Whom something was refused of."""
        with self.job.store.reading() as connection:
            clients = sorted(keeping.refused_clients(connection, self.target))
        for at in range(0, len(clients), CHANGES_A_ROUND):
            self._some(set(clients[at : at + CHANGES_A_ROUND]), None)

    def _some(self, clients: set[bytes], pushed_to: int | None) -> None:
        now_s = self.job.now_s()
        with self.job.store.reading() as connection:
            parcels = parcels_of(connection, self.target, clients, self.job.ground, now_s)
        settled = [_untold(parcel) for parcel in parcels if not parcel.is_told]
        news = [parcel for parcel in parcels if parcel.is_news and parcel.is_told]
        self.outcome.unchanged += len(parcels) - len(news) - len(settled)
        for at in range(0, len(news), PEOPLE_A_BUNDLE):
            settled += self._deliver(news[at : at + PEOPLE_A_BUNDLE])
        with self.job.store.writing() as connection:
            keeping.settle(connection, self.target, settled, now_s, pushed_to)
        for one in settled:
            self.outcome.count(one)

    def _deliver(self, parcels: Sequence[Parcel]) -> list[Settled]:
        """Everybody together, or in halves where that is refused."""
        if len(parcels) == 1:
            return [self._deliver_one(parcels[0], {})]
        fate, refusals = self._post(parcels)
        if fate is Fate.TAKEN:
            self._refused_in_a_row = 0
            return _settled(parcels, refusals)
        half = len(parcels) // 2
        return [*self._deliver(parcels[:half]), *self._deliver(parcels[half:])]

    def _deliver_one(self, parcel: Parcel, refused: dict[Which, Refusal]) -> Settled:
        """One person; without what the server names as wrong, where it is not the person."""
        fate, refusals = self._post([parcel])
        if fate is Fate.TAKEN:
            self._refused_in_a_row = 0
            (settled,) = _settled([parcel], refusals)
            return _with(settled, refused)
        said = refusals or (_TOO_LARGE,)
        dropped = _droppable(said, _entries(parcel))
        if dropped and fate is Fate.REFUSED:
            return self._deliver_one(parcel.without(set(dropped)), refused | dropped)
        self._count_refused()
        everything = {("Patient", parcel.client): said[0]}
        return _with(Settled(parcel.client, parcel.clients, {}, frozenset(), {}), everything)

    def _post(self, parcels: Sequence[Parcel]) -> tuple[Fate, tuple[Refusal, ...]]:
        told = [Told(parcel.resources) for parcel in parcels]
        bundle = transaction(told, [one for parcel in parcels for one in sorted(parcel.gone)])
        answer = self.job.link.post(line(bundle))
        verdict = read_answer(answer, len(bundle.get("entry", ())))
        return verdict.fate, verdict.refusals

    def _count_refused(self) -> None:
        self._refused_in_a_row += 1
        if self._refused_in_a_row >= MOST_REFUSED and not self.outcome.resources:
            raise ServerUnfit(why="it refuses everybody")


def _untold(parcel: Parcel) -> Settled:
    """Kept with what was refused: it is tried again with their next change."""
    refused = {("Patient", parcel.client): _STUMBLED}
    return _with(Settled(parcel.client, parcel.clients, {}, frozenset(), {}), refused)


def _entries(parcel: Parcel) -> list[Which]:
    """The resources in the order of the bundle."""
    return [*map(which, parcel.resources), *sorted(parcel.gone)]


def _droppable(refusals: Sequence[Refusal], entries: Sequence[Which]) -> dict[Which, Refusal]:
    """What is refused and the person can go without."""
    named = [(one.entry, one) for one in refusals if one.entry is not None]
    found = {entries[at]: one for at, one in named if at < len(entries)}
    return {one: why for one, why in found.items() if one[0] != "Patient"}


def _settled(parcels: Sequence[Parcel], refusals: Sequence[Refusal]) -> list[Settled]:
    """Of a bundle that was taken; entries stand person by person, then what is gone."""
    told = [(parcel, which(one)) for parcel in parcels for one in parcel.resources]
    gone = [(parcel, one) for parcel in parcels for one in sorted(parcel.gone)]
    by_entry = {refusal.entry: refusal for refusal in refusals}
    refused: dict[bytes, dict[Which, Refusal]] = {parcel.client: {} for parcel in parcels}
    for number, (parcel, one) in enumerate([*told, *gone]):
        refusal = by_entry.get(number)
        if refusal and (number < len(told) or refusal.status not in _NOT_THERE):
            refused[parcel.client][one] = refusal
    return [_with(_taken(parcel, refused[parcel.client]), refused[parcel.client])
            for parcel in parcels]  # fmt: skip


def _taken(parcel: Parcel, refused: dict[Which, Refusal]) -> Settled:
    taken = {which(one): digest(one) for one in parcel.resources if which(one) not in refused}
    return Settled(parcel.client, parcel.clients, taken, parcel.gone - refused.keys(), {})


def _with(settled: Settled, refused: dict[Which, Refusal]) -> Settled:
    """And what was refused besides."""
    answers = {one: (why.status, why.outcome) for one, why in refused.items()}
    answers |= settled.refused
    return Settled(settled.client, settled.clients, settled.taken, settled.gone, answers)

"""Made-up histories in which everything happens that a fold knows, and much that it cannot use."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise

from fieldapp.domain.client import Document
from fieldapp.wire.client_codec import encode_document
from fieldapp.wire.events import decode_header
from fieldapp.wire.facts import (
    CURRENT,
    CallMade,
    CallWithdrawn,
    ClientAmended,
    ClientLinked,
    ClientRegistered,
    ClientUnlinked,
    ContactWished,
    DoseAmended,
    DoseRecorded,
    DoseVoided,
    Erased,
    ReactionAmended,
    ReactionReported,
    ReactionWithdrawn,
    Ref,
    SessionClosed,
    SessionOpened,
    StockMoved,
    UserAdded,
    Value,
    VialClosed,
    VialKept,
    VialOpened,
)
from fieldapp.wire.seal import SealedFrame
from tests.hub.fake_laptop import OTHER_VACCINE, VACCINE, FakeLaptop

PAPER, OTHER_PAPER = ("passport", "TEST00001"), ("passport", "TEST00002")
_LOT = (VACCINE, "TEST-0001", 19_000)


def forked_history(rng: random.Random, laptops: list[FakeLaptop]) -> list[FakeLaptop]:
    """Two laptops of which one was copied, with everything that can happen in their journals."""
    first, second = laptops
    branches = [first, second]
    for step in range(rng.randrange(8, 30)):
        laptop = rng.choice(branches)
        act_at_random(rng, laptop, branches)
        if step == 5:
            branches.append(first.copy())
    return branches


def some_ref(rng: random.Random, laptop: FakeLaptop, branches: list[FakeLaptop], kind: int) -> Ref:
    """A reference to an event, mostly of this type, here or elsewhere."""
    other = rng.choice([laptop, laptop, *branches])
    fitting = [
        seq
        for seq, (header, _, _) in enumerate(other.parts, start=1)
        if decode_header(header).type == kind or rng.random() < 0.01
    ]
    seq = rng.choice(fitting or [1])
    return seq if other is laptop and rng.random() < 0.7 else other.ref(seq)


def act_at_random(rng: random.Random, laptop: FakeLaptop, branches: list[FakeLaptop]) -> None:
    client = some_ref(rng, laptop, branches, 16)
    dose = some_ref(rng, laptop, branches, 32)
    papers = rng.sample([PAPER, OTHER_PAPER], rng.randrange(3))
    born = rng.choice([None, None, None, date(1980, 1, 2), date(2021, 5, 3), date(2030, 1, 1)])
    name = rng.choice(["Test A", "Test  a", "Test B", "Test B", ""])
    vaccine = rng.choice([VACCINE] * 5 + [OTHER_VACCINE, "no-such"])
    match rng.randrange(12):
        case 0 | 1 | 2:
            laptop.register(name, *papers, born=born)
        case 3 | 4 | 5 | 6:
            laptop.give(client, rng.randrange(1, 8), vaccine=vaccine)
        case 7:
            laptop.add(DoseVoided(dose, "test"))
        case 8:
            other = some_ref(rng, laptop, branches, 16)
            laptop.add(ClientLinked(client, other, "test"))
        case 9:
            other = some_ref(rng, laptop, branches, 16)
            laptop.add(ClientUnlinked(client, other, "test"))
        case 10:
            laptop.add(ClientAmended(client, "name", name, rng.choice(["Test A", "Test B"])))
            laptop.add(DoseAmended(dose, "vaccine", VACCINE, vaccine))
            laptop.add(DoseAmended(dose, "client", client, client))
        case _:
            laptop.add(Erased(rng.choice([client, dose]), "test"))


def cut_at_random(rng: random.Random, laptop: FakeLaptop) -> list[SealedFrame]:
    """Pages that cover everything, some of them twice and across others."""
    ends = sorted({0, laptop.seq, *rng.sample(range(laptop.seq), min(3, laptop.seq))})
    pages = [laptop.page(first + 1, last) for first, last in pairwise(ends)]
    for _ in range(rng.randrange(3)):
        first = rng.randrange(1, laptop.seq + 1)
        pages.append(laptop.page(first, rng.randrange(first, laptop.seq + 1)))
    return pages


def busy_history(rng: random.Random, laptops: list[FakeLaptop]) -> list[FakeLaptop]:
    """The same with vials, stock, sessions, calls, reactions, corrections of papers, and a user who
    is named late."""
    branches = list(laptops)
    for step in range(rng.randrange(10, 40)):
        laptop = rng.choice(branches)
        act = rng.choice([act_at_random, act_at_random, _act_around])
        act(rng, laptop, branches)
        if step == 8:
            branches.append(laptops[0].copy())
    return branches


def _act_around(rng: random.Random, laptop: FakeLaptop, branches: list[FakeLaptop]) -> None:
    """What teams do besides registering and giving."""

    def some(fact: type) -> Ref:
        return some_ref(rng, laptop, branches, CURRENT[fact][0])

    user = rng.choice([*["nurse.test"] * 5, "late.test"])
    paper = encode_document(Document(*rng.choice([PAPER, OTHER_PAPER])))
    match rng.randrange(13):
        case 0:
            laptop.add(VialOpened(*_LOT, 5), user=user)
        case 1:
            laptop.add(VialClosed(some(VialOpened), rng.randrange(-1, 3), "used-up"), user=user)
        case 2:
            laptop.add(VialKept(some(VialOpened), rng.randrange(3)), user=user)
        case 3:
            doses = rng.choice([-5, 5, 10])
            laptop.add(StockMoved("received", *_LOT, 5, doses), user=user)
        case 4:
            laptop.add(SessionOpened("boat-1", "Test pier", 1, "cn-test"), user=user)
        case 5:
            laptop.add(SessionClosed("boat-1"), user=user)
        case 6:
            laptop.add(CallMade(some(ClientRegistered), VACCINE, 2, "promised", 18_800), user=user)
        case 7:
            laptop.add(CallWithdrawn(some(CallMade), "test"), user=user)
        case 8:
            laptop.add(ContactWished(some(ClientRegistered), True, rng.random() < 0.5), user=user)
        case 9:
            laptop.add(ReactionReported(some(DoseRecorded), ["fever"], 480), user=user)
        case 10:
            told: list[Value] = [["serious", None, True]]
            laptop.add(ReactionAmended(some(ReactionReported), told), user=user)
            laptop.add(ReactionWithdrawn(some(ReactionReported), "test"), user=user)
        case 11:
            papers = rng.choice([[], [paper]])
            client = some(ClientRegistered)
            laptop.add(ClientAmended(client, "documents", [], papers), user=user)
        case _:
            kind = rng.choice([CallMade, VialOpened, ReactionReported, ClientAmended])
            laptop.add(Erased(some(kind), "test"), user=user)
            laptop.add(UserAdded("late.test", "Late Test", "recorder"), user="system")

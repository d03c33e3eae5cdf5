"""A made-up day on the wire: the same seed gives the same events, so bytes can be compared."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from fieldapp.wire import chain
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.columns import Part
from fieldapp.wire.events import Header, encode_body, encode_header, type_and_version
from fieldapp.wire.facts import ClientRegistered, DoseRecorded, Fact
from fieldapp.wire.frame import Frame, encode_frame, replay
from fieldapp.wire.seal import Seal, SealedFrame, sign_seal

_FAMILY = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林郑梁谢宋唐许韩冯邓曹彭"
_GIVEN = "海波兰英福顺秀梅春花玉莲建国文静小龙云霞平安水生明强芳娜敏磊军洋艳勇杰娟涛"
_REGIONS = ("370826", "370827", "370811", "370831", "320322")
_LOTS = ("202103002", "202103004", "202102007")
_GROUPS = ("grp-lake", "grp-offshore", None, "grp-health")
ADVICE = ["give", "DUE", "cn-nhc-2021-03-29"]
START = 1_795_404_600
KNOWN_BEFORE = 4000


@dataclass
class MadeUpDay:
    """Writes events as a laptop would: one nurse or two, a dose every one to three minutes."""

    seed: int = 1
    rng: random.Random = field(init=False)
    wall_s: int = START
    seq: int = KNOWN_BEFORE
    events: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)

    def known(self) -> None:
        """A dose for somebody registered on an earlier day."""
        self._dose(self.rng.randrange(1, KNOWN_BEFORE))

    def new(self) -> None:
        """Somebody new, and their dose."""
        self.wall_s += self.rng.randrange(20, 60)
        self._write(self._person())
        self._dose(self.seq)

    def _dose(self, client: int) -> None:
        self.wall_s += self.rng.randrange(60, 180)
        site = self.rng.choices(["left-deltoid", "right-deltoid"], [9, 1])[0]
        lot = _LOTS[min(2, (self.seq - KNOWN_BEFORE) // 60)]
        self._write(
            DoseRecorded(
                client=client,
                vaccine="covid-inact-bibp",
                lot=lot,
                expiry_day=21_240,
                occurred_min=self.wall_s // 60 + 480,
                utc_offset_min=480,
                source=0,
                site=site,
                session="Boat 3 · 71",
                screening=[],
                advice=list(ADVICE),
            )
        )

    def _person(self) -> ClientRegistered:
        rng = self.rng
        name = rng.choice(_FAMILY) + "".join(rng.choices(_GIVEN, k=rng.choice([1, 2, 2])))
        region = rng.choice(_REGIONS)
        born = f"{rng.randrange(1940, 2006)}{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}"
        number = f"{region}{born}{rng.randrange(1, 1000):03d}"
        return ClientRegistered(
            name=name,
            documents=[[1, number]],
            birth_day=None,
            sex=None,
            phone=f"+861{rng.choice([3, 5, 7, 8])}{rng.randrange(10**9):09d}",
            key_group=rng.choice(_GROUPS),
            home_area=region,
            nationality="CHN",
            social_security=True,
            language="zh",
            consent=True,
        )

    def _write(self, fact: Fact) -> None:
        self.seq += 1
        kind, version = type_and_version(fact)
        user = "li.na" if self.rng.random() < 0.8 else "zhao.min"
        header = Header(kind, version, self.wall_s, self.wall_s - START + 5000, user)
        self.events.append((encode_header(header), encode_body(fact), None))

    def frame(self) -> Frame:
        """Everything written so far as one frame."""
        base = KNOWN_BEFORE + 1
        blocks = range(chain.salt_block(base), chain.salt_block(self.seq) + 1)
        seeds = {block: self.rng.randbytes(chain.SALT_BYTES) for block in blocks}
        previous, epoch = self.rng.randbytes(32), self.rng.randbytes(chain.EPOCH_BYTES)
        return Frame(17, epoch, base, previous, seeds, tuple(self.events))


def bundle_of(frame: Frame) -> bytes:
    """A frame sealed by a device and boxed to a hub."""
    last = replay(frame)[-1]
    now = START + 9000
    seal = Seal(frame.device, frame.epoch, last.seq, last.id, now)
    signature = sign_seal(seal, SigningKey(b"s" * 32))
    place = (frame.device, frame.epoch, frame.base_seq, last.seq)
    page = SealedFrame(*place, now, signature, encode_frame(frame))
    return write_bundle([page], bytes(PrivateKey(b"b" * 32).public_key))


def bytes_a_dose(doses: int, new_share: float, seed: int = 1) -> float:
    """Bytes of the whole bundle for each of `doses` doses, a share of them for new people."""
    day = MadeUpDay(seed)
    for number in range(doses):
        if int((number + 1) * new_share) > int(number * new_share):
            day.new()
        else:
            day.known()
    return len(bundle_of(day.frame())) / doses

"""Hypothesis strategies for the wire: facts, frames, seals and messages that look made up."""

from __future__ import annotations

from dataclasses import Field, fields

from hypothesis import strategies as st
from nacl.signing import SigningKey

from fieldapp.wire import cbor, chain
from fieldapp.wire.columns import Part
from fieldapp.wire.events import Header, encode_body, encode_header, type_and_version
from fieldapp.wire.facts import CURRENT, Fact
from fieldapp.wire.frame import Frame, encode_frame, replay
from fieldapp.wire.messages import HeadHeld
from fieldapp.wire.seal import Seal, SealedFrame, sign_seal

DEVICE_KEY = SigningKey(b"made-up device key for the tests")
HUB_KEY = SigningKey(b"made-up hub key for these tests.")

texts = st.text(st.characters(codec="utf-8"), max_size=12)
small = st.integers(-(2**40), 2**40)
counts = st.integers(0, 2**40)
eight = st.binary(min_size=8, max_size=8)
sixteen = st.binary(min_size=16, max_size=16)
hashes = st.binary(min_size=32, max_size=32)
nonces = st.binary(min_size=12, max_size=12)
scalars = (
    st.none() | st.booleans() | st.integers(-(2**64), 2**64 - 1) | st.binary(max_size=9) | texts
)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4), max_leaves=8)
lists = st.lists(values, max_size=4)
references = st.integers(1, 2**40 - 1) | sixteen

_BY_ANNOTATION: dict[str, st.SearchStrategy[object]] = {
    "str": texts,
    "int": small,
    "bool": st.booleans(),
    "bytes": st.binary(max_size=20),
    "list[Value]": lists,
    "Ref": references,
    "Value": values,
}


def _field(field: Field[object]) -> st.SearchStrategy[object]:
    name, _, optional = str(field.type).partition(" | ")
    value = _BY_ANNOTATION[name]
    return st.none() | value if optional == "None" else value


def facts_of(cls: type) -> st.SearchStrategy[Fact]:
    """Facts of one class, with anything its fields may hold."""
    return st.builds(cls, *map(_field, fields(cls)))


facts = st.one_of([facts_of(cls) for cls in CURRENT])
headers = st.builds(
    Header, st.integers(0, 300), st.integers(1, 3), counts, counts, texts, st.integers(0, 300)
)


@st.composite
def known_parts(draw: st.DrawFn) -> Part:
    """An event of a type known here, as this program writes it."""
    fact = draw(facts)
    kind, version = type_and_version(fact)
    login = draw(st.sampled_from(["test.one", "test.two"]))
    flags = draw(st.sampled_from([0, 1, 2]))
    header = Header(kind, version, draw(counts), draw(counts), login, flags)
    return encode_header(header), encode_body(fact), None


@st.composite
def odd_parts(draw: st.DrawFn) -> Part:
    """A known header over any body: too many fields, trailing nulls, or hardly CBOR."""
    kind, version = draw(st.sampled_from(sorted(CURRENT.values())))
    header = encode_header(Header(kind, version, draw(counts), draw(counts), "test.one"))
    wild = st.lists(values, max_size=20).map(cbor.dumps) | st.binary(max_size=30)
    longer = st.just(b"\x98\x01\x18\x01") | st.just(b"\x9f\xff") | st.just(b"\x83\x01\xf6\xf6")
    return header, draw(wild | longer), None


unknown_parts = st.tuples(headers.map(encode_header), st.binary(max_size=30), st.none())
strange_parts = st.tuples(st.binary(max_size=20), st.binary(max_size=20), st.none())


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """Any event, now and then an erased one."""
    header, body, _ = draw(known_parts() | known_parts() | odd_parts() | unknown_parts)
    if draw(st.integers(0, 4)) == 0:
        return header, None, draw(hashes)
    return header, body, None


@st.composite
def frames(draw: st.DrawFn, events: st.SearchStrategy[Part] | None = None) -> Frame:
    """Frames of any events, with the salt seeds of every block they touch."""
    chosen = tuple(draw(st.lists(parts() if events is None else events, min_size=1, max_size=8)))
    base = draw(st.integers(1, 2**30))
    first, last = chain.salt_block(base), chain.salt_block(base + len(chosen) - 1)
    seeds = {block: draw(sixteen) for block in range(first, last + 1)}
    salts = draw(st.just({}) | st.just({base: draw(sixteen)}))
    device, epoch = draw(st.integers(0, 2**20)), draw(eight)
    return Frame(device, epoch, base, draw(hashes), seeds, chosen, salts)


def sealed(frame: Frame, device_time: int = 1_795_413_600) -> SealedFrame:
    """The frame as its device seals it."""
    last = replay(frame)[-1]
    seal = Seal(frame.device, frame.epoch, last.seq, last.id, device_time)
    place = (frame.device, frame.epoch, frame.base_seq, last.seq)
    return SealedFrame(*place, device_time, sign_seal(seal, DEVICE_KEY), encode_frame(frame))


heads = st.builds(HeadHeld, counts, eight, counts, hashes)


def flipped(data: bytes, bit: int) -> bytes:
    """The same bytes with one bit turned over; `bit` counts round and round."""
    at = bit % (len(data) * 8)
    changed = bytearray(data)
    changed[at // 8] ^= 1 << at % 8
    return bytes(changed)

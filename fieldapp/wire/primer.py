"""What frame version 1 takes as already said: words and shapes that almost every page repeats.

Used as the raw content of a zstd dictionary. It is part of the format: never change a byte of it;
another primer is another frame version. The nearest to the end costs least.
"""

from __future__ import annotations

from fieldapp.wire import cbor

_WORDS = (
    "who-sage-2021 who covid-cho-zhifei covid-ad5-cansino covid-inact-sinovac covid-inact-wibp "
    "covid-inact-bibp session vehicle boat left-thigh right-thigh oral fever refused other "
    "nurse. en zh CHN grp-offshore grp-lake grp-health not-yet do-not-give ask TOO_EARLY "
    "LATE_CONTINUE DUE cn-nhc-2021-03-29 +861"
)
_SHAPES: list[object] = [
    [[16, 1, [], []], [32, 1, [0, 9], [4]]],
    [0, "covid-inact-bibp"],
    [0, None],
    [0, 0],
    [2, ["left-deltoid", "right-deltoid"], b""],
    [0, []],
    [0, 480],
    [0, ["give", "DUE", "cn-nhc-2021-03-29"]],
    [0, None],
]

PRIMER = _WORDS.encode("ascii") + cbor.dumps(_SHAPES)

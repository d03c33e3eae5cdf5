"""Which GS1 application identifiers exist and what follows each. Knows no scanner.

Source: GS1 General Specifications, table of application identifiers (lengths and alphabets), and
figure 7.8.5-2 for those of predefined length, which need no separator after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Identifier:
    """What follows an identifier. `predefined`: always full length and never ended by a separator;
    `check_digit`: its last digit is one; `is_date`: six digits YYMMDD."""

    shortest: int
    longest: int
    digits_only: bool
    predefined: bool
    check_digit: bool
    is_date: bool


# identifiers: n digits, x characters, d date, c digits with a check digit; a number alone or
# shortest-longest.
_TABLE = """
00:c18 01:c14 02:c14 10:x1-20 11:d6 12:d6 13:d6 15:d6 16:d6 17:d6 20:n2 21:x1-20 22:x1-20
235:x1-28 240:x1-30 241:x1-30 242:n1-6 243:x1-20 250:x1-30 251:x1-30 253:x13-30 254:x1-20
255:n13-25 30:n1-8 37:n1-8 400:x1-30 401:x1-30 402:n17 403:x1-30
410:c13 411:c13 412:c13 413:c13 414:c13 415:c13 416:c13 417:c13
420:x1-20 421:x4-12 422:n3 423:n3-15 424:n3 425:n3-15 426:n3 427:x1-3
4300:x1-35 4301:x1-35 4302:x1-70 4303:x1-70 4304:x1-70 4305:x1-70 4306:x1-70 4307:x2 4308:x1-30
4309:n20 4310:x1-35 4311:x1-35 4312:x1-70 4313:x1-70 4314:x1-70 4315:x1-70 4316:x1-70 4317:x2
4318:x1-20 4319:x1-30 4320:x1-35 4321:n1 4322:n1 4323:n1 4324:n10 4325:n10 4326:n6
4330:x6-7 4331:x6-7 4332:x6-7 4333:x6-7
7001:n13 7002:x1-30 7003:n10 7004:n1-4 7005:x1-12 7006:n6 7007:n6-12 7008:x1-3 7009:x1-10
7010:x1-2 7011:n6-10 7020:x1-20 7021:x1-20 7022:x1-20 7023:x1-30 7040:x4
710:x1-20 711:x1-20 712:x1-20 713:x1-20 714:x1-20 715:x1-20 7240:x1-20 7241:n2 7242:x1-25
8001:n14 8002:x1-20 8003:x14-30 8004:x1-30 8005:n6 8006:n18 8007:x1-34 8008:n8-12 8009:x1-50
8010:x1-30 8011:n1-12 8012:x1-20 8013:x1-25 8017:n18 8018:n18 8019:n1-10 8020:x1-25 8026:n18
8030:x1-90 8110:x1-70 8111:n4 8112:x1-70 8200:x1-70
90:x1-30 91:x1-90 92:x1-90 93:x1-90 94:x1-90 95:x1-90 96:x1-90 97:x1-90 98:x1-90 99:x1-90
"""
# 31xd to 36xd measures, 39xd amounts (d: place of the decimal point), 703s processors, 723s
# certificates (s: which one)
_MEASURES = ("31", "32", "33", "34", "35", "36")  # of predefined length, too
_SERIES = {
    **dict.fromkeys((f"3{n}{m}" for n in range(1, 7) for m in range(10)), "n6"),
    **{"390": "n1-15", "391": "n4-18", "392": "n1-15", "393": "n4-18", "394": "n4", "395": "n6"},
    **{"703": "x4-30", "723": "x3-30"},
}


def identifier_at(text: str) -> tuple[str, Identifier] | None:
    """The identifier that `text` opens with, or None when it opens with none.

    No identifier is the beginning of another, so at most one length fits.
    """
    for length in (2, 3, 4):
        code = text[:length]
        if len(code) == length and (found := identifier(code)):
            return code, found
    return None


def identifier(code: str) -> Identifier | None:
    """What is known of an application identifier; None when there is no such one."""
    if not (code.isascii() and code.isdigit()):
        return None
    spec = _specs().get(code)
    if spec is None and len(code) == 4:
        spec = _SERIES.get(code[:3])
    return _parsed(code, spec) if spec else None


@cache
def _specs() -> dict[str, str]:
    return dict(entry.split(":") for entry in _TABLE.split())


def _parsed(code: str, spec: str) -> Identifier:
    shortest, _, longest = spec[1:].partition("-")
    return Identifier(
        shortest=int(shortest),
        longest=int(longest or shortest),
        digits_only=spec[0] != "x",
        predefined=spec[0] in "cd" or code == "20" or code[:2] in _MEASURES,
        check_digit=spec[0] == "c",
        is_date=spec[0] == "d",
    )

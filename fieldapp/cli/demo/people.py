"""Made-up people for the demo day: the same seed makes the same people. None of them exists.

Family names are ordinary, every given name begins with 样 (sample), phones are in the 1990 000
block, passports are of ICAO's Utopia (UTO).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from fieldapp.domain.documents.mrz import check_digit
from fieldapp.domain.documents.resident_id import complete

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林郑"
_GIVEN = "海波兰英福顺秀梅春花玉莲建国文静小龙云霞平安水生"
_REGIONS = ("370826", "370827", "370811")
_FOREIGN = (("SAMPLE", "ANNA"), ("SPECIMEN", "JOHN"), ("EXAMPLE", "MARIA"), ("UTOPIA", "PETER"))


class Story(Enum):
    """What happens to a person on the demo day."""

    DOSE_2_DUE = "dose 1 some weeks ago, dose 2 today"
    NEW_WITH_CARD = "first dose, with an ID card"
    TOO_EARLY = "dose 1 last week: not yet"
    FEVER = "has a fever: not given"
    PASSPORT = "a foreign visitor with a passport"
    NO_PAPERS = "a fisherman without papers"


@dataclass(frozen=True, slots=True)
class MadeUpPerson:
    """One made-up person; `scan` is what their document gives to a scanner ("" without papers)."""

    story: Story
    name: str
    scan: str
    phone: str
    birth_date: date
    earlier_dose: date | None


def made_up_people(count: int, seed: int, today: date) -> list[MadeUpPerson]:
    """`count` people in the order they come on board, their stories mixed by `seed`."""
    rng = random.Random(seed)  # noqa: S311  made-up people need no secrecy, only repeatability
    stories = [_story(number, count) for number in range(count)]
    rng.shuffle(stories)
    return [_person(number, story, rng, today) for number, story in enumerate(stories)]


def _story(number: int, count: int) -> Story:
    rare = (Story.TOO_EARLY, Story.FEVER, Story.PASSPORT, Story.NO_PAPERS)
    if count >= len(rare) * 2 and number < len(rare) * max(1, count // 30):
        return rare[number % len(rare)]
    return Story.DOSE_2_DUE if number % 2 else Story.NEW_WITH_CARD


def _person(number: int, story: Story, rng: random.Random, today: date) -> MadeUpPerson:
    born = today - timedelta(days=rng.randrange(20 * 366, 80 * 365))
    phone = f"1990000{number:04d}"
    if story is Story.PASSPORT:
        family, given = _FOREIGN[number % len(_FOREIGN)]
        scan = _passport(number, family, given, born, today)
        return MadeUpPerson(story, f"{given.title()} {family.title()}", scan, phone, born, None)
    name = rng.choice(_SURNAMES) + "样" + rng.choice(_GIVEN)
    scan = "" if story is Story.NO_PAPERS else _resident_id(number, born, rng)
    return MadeUpPerson(story, name, scan, phone, born, _earlier(story, rng, today))


def _earlier(story: Story, rng: random.Random, today: date) -> date | None:
    if story is Story.DOSE_2_DUE:
        return today - timedelta(days=rng.randrange(21, 56))
    if story is Story.TOO_EARLY:
        return today - timedelta(days=rng.randrange(3, 20))
    return None


def _resident_id(number: int, born: date, rng: random.Random) -> str:
    order = (number * 7 + rng.randrange(7)) % 999 + 1
    return complete(f"{rng.choice(_REGIONS)}{born:%Y%m%d}{order:03d}")


def _passport(number: int, family: str, given: str, born: date, today: date) -> str:
    upper = f"P<UTO{family}<<{given}".ljust(44, "<")
    fields = [f"UTO{number:06d}", f"{born:%y%m%d}", f"{today.year % 100 + 5:02d}0101"]
    document, birth, expiry = (text + check_digit(text) for text in fields)
    optional = "<" * 14 + "0"
    composite = check_digit(document + birth + expiry + optional)
    sex = "FM"[number % 2]
    return f"{upper}\n{document}UTO{birth}{sex}{expiry}{optional}{composite}"

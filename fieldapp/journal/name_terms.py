"""How names and phones are made findable: single characters, pinyin, initials. Knows no database.

Chinese names have two or three characters, so each is a word of the index; full pinyin stands
from every syllable on ("wangxiaoming", "xiaoming", "ming"), and so do the initials.
"""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[^\W_]+", re.UNICODE)
_CHINA = "86"
_CHINESE_DIGITS = 11

# Read differently as a surname than elsewhere; pypinyin knows most, not all, of them.
_SURNAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "查": "zha", "盖": "ge", "朴": "piao",
    "任": "ren", "尉": "wei", "区": "ou", "洗": "xian", "冼": "xian", "缪": "miao", "翟": "zhai",
    "华": "hua", "种": "chong", "秘": "bi", "繁": "po", "员": "yun", "召": "shao", "宓": "mi",
    "折": "she", "黑": "he", "牟": "mu", "燕": "yan", "隗": "wei", "卜": "bu", "覃": "qin",
    "乐": "yue", "逄": "pang", "晁": "chao", "郇": "xun", "祭": "zhai", "都": "du", "车": "che",
    "葛": "ge", "哈": "ha", "令": "ling", "那": "na", "宁": "ning", "曲": "qu", "尹": "yin",
    "应": "ying", "於": "yu", "长": "chang", "重": "chong", "石": "shi", "阚": "kan", "佘": "she",
    "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun", "单于": "chan yu", "澹台": "tan tai",
    "令狐": "ling hu", "鲜于": "xian yu", "宰父": "zai fu", "夏侯": "xia hou", "万": "wan",
}  # fmt: skip


def name_key(name: str) -> str:
    """What two spellings of the same name have in common: width, case, spaces, dots, accents."""
    return "".join(_WORD.findall(_folded(name)))


def phone_key(phone: str) -> str:
    """Digits of a phone number, without the country code of a Chinese one."""
    digits = "".join(c for c in unicodedata.normalize("NFKC", phone) if c.isdigit())
    digits = digits.removeprefix("00")
    if len(digits) == _CHINESE_DIGITS + len(_CHINA):
        digits = digits.removeprefix(_CHINA)
    return digits


def search_terms(name: str) -> str:
    """The words under which the index finds a name, separated by spaces."""
    terms: dict[str, None] = {}
    for word in _WORD.findall(_folded(name)):
        if _HAN.match(word):
            terms.update(dict.fromkeys(word))
        else:
            terms[word] = None
    for syllables in _readings(_han_of(name)):
        for start in range(len(syllables)):
            terms["".join(syllables[start:])] = None
        for start in range(len(syllables) - 1):
            terms["".join(syllable[0] for syllable in syllables[start:])] = None
    return " ".join(terms)


def search_expression(text: str) -> str:
    """The FTS5 query for what somebody typed; "" when there is nothing to search for."""
    parts = []
    for word in _WORD.findall(_folded(text)):
        parts.append(f'"{" ".join(word)}"' if _HAN.match(word) else f'"{word}"*')
    return " ".join(parts)


def pinyin_key(name: str) -> str:
    """The name as it sounds, without tones; equal for 李伟 and 李玮."""
    return "".join(_readings(_han_of(name))[0]) if _han_of(name) else name_key(name)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings can be one person's name: in another order, in Latin letters only, or
    one with and one without the characters."""
    if name_key(one) == name_key(other):
        return True
    first, second = _han_of(one), _han_of(other)
    if first and second:
        return first == second
    return bool(_latin_spellings(one) & _latin_spellings(other))


def _latin_spellings(name: str) -> set[str]:
    """How a name is written in Latin letters, whichever part comes first."""
    words = [word for word in _WORD.findall(_folded(name)) if not _HAN.match(word)]
    parts = [tuple(words), *_readings(_han_of(name))]
    return {"".join(part[at:] + part[:at]) for part in parts for at in range(len(part))}


def _folded(text: str) -> str:
    flat = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in flat if not unicodedata.combining(c)))


def _han_of(name: str) -> str:
    return "".join(_HAN.findall(unicodedata.normalize("NFKC", name)))


def _readings(han: str) -> list[tuple[str, ...]]:
    """The syllables of a name; twice where ü is typed v or u."""
    if not han:
        return []
    surname = han[:2] if han[:2] in _SURNAMES else han[:1]
    special = _SURNAMES.get(surname)
    first = _syllables(surname) if special is None else tuple(special.split())
    syllables = first + _syllables(han[len(surname) :])
    with_u = tuple(syllable.replace("v", "u") for syllable in syllables)
    return [syllables] if with_u == syllables else [syllables, with_u]


def _syllables(han: str) -> tuple[str, ...]:
    return tuple(_syllable(character) for character in han)


@lru_cache(maxsize=8192)
def _syllable(character: str) -> str:
    # Phrases help with sentences, not with names, and cost 45 MB.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(character))

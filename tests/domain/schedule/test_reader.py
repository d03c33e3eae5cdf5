"""A slip in a programme's file is refused with its place; nothing is guessed or left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fieldapp.domain.schedule.reader import ProgrammeInvalid, Reader


def reading(value: object) -> Reader:
    """A reader at the top of a made-up file."""
    return Reader("made-up", "programme", value)


@pytest.mark.parametrize("value", [None, [], "text", 7])
def test_what_is_not_an_object_is_refused(value: object) -> None:
    with pytest.raises(ProgrammeInvalid, match=r"made-up.*programme: is not an object"):
        reading(value)


def test_a_value_of_the_right_kind_is_given_as_it_is() -> None:
    reader = reading(
        {"t": "x", "by": {"en": "x", "zh": "y"}, "l": ["a"], "n": 0, "f": True, "d": "2021-03-29"}
    )
    assert (reader.text("t"), reader.texts("by")) == ("x", {"en": "x", "zh": "y"})
    assert (reader.words("l"), reader.number("n"), reader.flag("f")) == (["a"], 0, True)
    assert reader.day("d") == date(2021, 3, 29)
    reader.close()


def test_a_period_is_read_from_its_short_form() -> None:
    assert reading({"p": "21d"}).period("p").after(date(2021, 4, 1)) == date(2021, 4, 22)


def test_what_is_absent_or_null_is_empty_where_it_may_be() -> None:
    for reader in (reading({}), reading(dict.fromkeys(("a", "b", "c", "d", "e", "f")))):
        assert (reader.optional_text("a"), reader.optional_number("b")) == (None, None)
        assert (reader.optional_period("c"), reader.child("d")) == (None, None)
        assert (reader.words("e"), reader.children("e"), reader.flag("f")) == ([], [], False)
        assert not reader.has("a")


@pytest.mark.parametrize(
    ("ask", "value", "why"),
    [
        (Reader.text, None, "must be a text"),
        (Reader.text, "", "must be a text"),
        (Reader.text, 7, "must be a text"),
        (Reader.optional_text, "", "must be a text"),
        (Reader.texts, {"zh": "y"}, "must have a text in en"),
        (Reader.texts, {"en": 7}, "must be texts by language"),
        (Reader.words, "a", "must be a list of texts"),
        (Reader.words, ["a", 7], "must be a list of texts"),
        (Reader.number, -1, "must be a whole number"),
        (Reader.number, True, "must be a whole number"),
        (Reader.number, 1.0, "must be a whole number"),
        (Reader.optional_number, "7", "must be a whole number"),
        (Reader.flag, 1, "must be true or false"),
        (Reader.flag, "no", "must be true or false"),
        (Reader.day, "29 March", "Invalid isoformat"),
        (Reader.period, "3 weeks", ""),
        (Reader.optional_period, "-3d", ""),
        (Reader.children, {}, "must be a list"),
        (Reader.children, [7], "is not an object"),
        (Reader.child, 7, "is not an object"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_its_place(
    ask: Callable[[Reader, str], object], value: object, why: str
) -> None:
    with pytest.raises(ProgrammeInvalid, match=rf"programme\.rule(\[0\])?: .*{why}"):
        ask(reading({"rule": value}), "rule")


def test_the_place_leads_down_to_the_fault() -> None:
    dose = reading({"series": [{}, {"doses": [{"number": "one"}]}]}).children("series")[1]
    with pytest.raises(ProgrammeInvalid, match=r"programme\.series\[1\]\.doses\[0\]\.number"):
        dose.children("doses")[0].number("number")


def test_a_name_that_nobody_asked_for_is_refused() -> None:
    reader = reading({"min_age": "18y", "min_intervall": "21d", "note": "a remark is no rule"})
    reader.period("min_age")
    with pytest.raises(ProgrammeInvalid, match="min_intervall: is not the name of a rule"):
        reader.close()

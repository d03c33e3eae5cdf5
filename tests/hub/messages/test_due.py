"""Who is written to: whoever is due, wants it, can read it, and must not stay away."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.client import ClientDetails
from fieldapp.domain.message import Kind
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import (
    CallMade,
    CallWithdrawn,
    ClientLinked,
    ContactWished,
    DoseVoided,
    ReactionReported,
    ReactionWithdrawn,
)
from tests.hub.messages.clinic import BIBP, Clinic, at

MOBILE, OTHER, LANDLINE = "+8613912345678", "+8613900000001", "+8653712345678"


def test_due_on_day_21_of_the_place_and_not_before(clinic: Clinic) -> None:
    clinic.vaccinate("王小明", MOBILE)
    clinic.now_s = at("2021-05-28T15:59")  # 23:59 of day 20 in China
    assert clinic.due() == ([], {})
    clinic.now_s = at("2021-05-28T16:00")
    (due,), left = clinic.due()
    assert (due.kind, due.phone, due.dose, left) == (Kind.DUE, MOBILE, 2, {})
    assert due.course.latest == date(2021, 7, 3) and not due.somebody.shared


def test_a_region_may_have_a_clock_of_its_own(clinic: Clinic) -> None:
    clinic.vaccinate("王小明", MOBILE)
    clinic.now_s = at("2021-05-28T15:59")
    clinic.set(offsets_min={"north": 540})
    assert [due.offset_min for due in clinic.due()[0]] == [540]


def test_whoever_had_dose_2_anywhere_is_not_written_to(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王小明", MOBILE)
    other = clinic.world.laptop(b"epoch-02", region="south")
    clinic.world.push_all(clinic.laptop)
    dose = other.give(clinic.laptop.ref(seq), 29, vaccine=BIBP)
    clinic.world.push_all(other)
    assert clinic.due() == ([], {})
    other.add(DoseVoided(dose, "test"))
    clinic.world.push_all(other)
    assert len(clinic.due()[0]) == 1


def test_who_wants_no_messages_gets_none_until_they_say_otherwise(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王小明", MOBILE)
    clinic.laptop.add(ContactWished(seq, True, False))
    assert clinic.due() == ([], {"opted-out": 1})
    other = clinic.world.laptop(b"epoch-02")
    other.wall_s = clinic.laptop.wall_s + 600
    other.add(ContactWished(clinic.laptop.ref(seq), True, True))
    clinic.world.push_all(other)
    assert len(clinic.due()[0]) == 1


def test_a_wish_holds_for_every_registration_of_the_person(clinic: Clinic) -> None:
    one = clinic.vaccinate("王小明", MOBILE)
    two = clinic.laptop.register("王晓明")
    clinic.laptop.add(ClientLinked(one, two, "test"))
    clinic.laptop.add(ContactWished(two, True, False))
    assert clinic.due() == ([], {"opted-out": 1})


@pytest.mark.parametrize(
    ("outcome", "left"),
    [
        ("deceased", {"deceased": 1}),
        ("moved", {"moved": 1}),
        ("refused", {"refused": 1}),
        ("elsewhere", {"elsewhere": 1}),
        ("wrong-number", {"wrong-number": 1}),
        ("no-answer", {}),
        ("will-come", {}),
    ],
)
def test_what_a_call_came_to_counts(clinic: Clinic, outcome: str, left: dict[str, int]) -> None:
    seq = clinic.vaccinate("王小明", MOBILE)
    call = clinic.laptop.add(CallMade(seq, BIBP, 2, outcome, phone=MOBILE))
    found, out = clinic.due()
    assert (len(found), out) == (0 if left else 1, left)
    clinic.laptop.add(CallWithdrawn(call, "wrong-person"))
    assert len(clinic.due()[0]) == 1


def test_a_landline_and_no_phone_get_nothing(clinic: Clinic) -> None:
    clinic.vaccinate("王小明", LANDLINE)
    clinic.vaccinate("李小红", None)
    assert clinic.due() == ([], {"no-mobile": 1})


def test_where_no_day_can_be_said_that_is_told_and_nothing_sent(clinic: Clinic) -> None:
    seq = clinic.laptop.add(to_fact(ClientDetails("王小明", phone=MOBILE)))  # of unknown age
    clinic.laptop.give(seq, vaccine=BIBP)
    assert clinic.due() == ([], {"no-day-known": 1})


def test_after_a_grave_reaction_nobody_is_called_in_by_a_machine(clinic: Clinic) -> None:
    seq = clinic.vaccinate("王小明", MOBILE)
    seen = clinic.laptop.add(ReactionReported(seq + 1, ["anaphylaxis"], 480, serious=True))
    assert clinic.due() == ([], {})
    clinic.laptop.add(ReactionWithdrawn(seen, "wrong-person"))
    assert len(clinic.due()[0]) == 1


def test_a_contested_identity_is_for_a_person_first(clinic: Clinic) -> None:
    clinic.vaccinate("王小明", MOBILE)
    paper = ("passport", "E12345678")
    one = clinic.laptop.register("张一", paper)
    clinic.laptop.give(one, vaccine=BIBP)
    clinic.laptop.register("李二", paper)
    with_phone = clinic.due()[0]
    assert [due.somebody.details.name for due in with_phone] == ["王小明"]


def test_two_people_with_one_number_share_it(clinic: Clinic) -> None:
    clinic.vaccinate("王小明", MOBILE)
    clinic.vaccinate("王大明", MOBILE)
    clinic.vaccinate("李小红", OTHER)
    shared = {due.somebody.details.name: due.somebody.shared for due in clinic.due()[0]}
    assert shared == {"王小明": True, "王大明": True, "李小红": False}

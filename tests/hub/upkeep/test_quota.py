"""Promises of the quota: nobody fills the hub's disk, and no team ever meets it."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.hub.upkeep.quota import MOST_BYTES_AN_HOUR, Quota
from fieldapp.wire.messages import decode_problem
from fieldapp.wire.signed import open_signed
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop

BYTES_A_DOSE = 64


def test_a_laptop_waits_until_the_hour_ends() -> None:
    quota: Quota[int] = Quota(most=1000)
    assert quota.wait_s(1, 1000, 7200) == 0
    assert quota.wait_s(1, 1, 7300) == 3500
    assert quota.wait_s(2, 1000, 7300) == 0, "others do not wait with it"
    assert quota.wait_s(1, 1000, 10_800) == 0


def test_a_whole_campaign_of_one_team_fits_into_an_hour() -> None:
    assert MOST_BYTES_AN_HOUR > 1_000_000 * BYTES_A_DOSE


def test_over_the_quota_the_answer_is_signed_says_when_and_loses_nothing(world: World) -> None:
    world.hub = replace(world.hub, quota=Quota(most=400))
    laptop = world.laptop()
    for number in range(20):
        laptop.give(laptop.register(f"Test {number}"))
    reply = world.push(laptop, *laptop.pages())
    problem = decode_problem(open_signed("problem", reply.body, world.verify_key))
    assert (reply.status, reply.retry_after_s, problem.code) == (429, 3600 - NOW_S % 3600, "quota")
    world.hub = replace(world.hub, quota=Quota())
    assert world.push_all(laptop)[0].head_seq == laptop.seq


def test_nobody_uses_up_the_quota_of_another(world: World) -> None:
    world.hub = replace(world.hub, quota=Quota(most=4000))
    laptop = world.laptop()
    thief = FakeLaptop(device=laptop.device).start()
    for _ in range(50):
        assert world.push(thief, *thief.pages()).status == 401
    assert world.push(laptop, *laptop.pages()).status == 200

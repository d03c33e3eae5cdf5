"""Promises of the round that pushes: what goes wrong stops nothing; it waits longer each time."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from fieldapp.hub.push import beside as beside_module
from fieldapp.hub.push.beside import push_once
from fieldapp.hub.push.beside import pushing as beside
from fieldapp.hub.push.link import Link
from fieldapp.hub.push.sending import Job
from tests.hub.push.conftest import Pushing
from tests.patience import wait_for
from tests.reports.fhir.people import GROUND

EVERY_S = 300.0


def once(pushing: Pushing, job: Job | None = None) -> float | None:
    return push_once(pushing.world.hub, lambda _: job or pushing.job(), EVERY_S, chance=lambda: 1.0)


def test_a_round_pushes_and_waits_as_always(pushing: Pushing) -> None:
    assert once(pushing) is None
    assert len(pushing.server.of("Patient")) == 3


def test_after_each_failure_it_waits_longer(pushing: Pushing) -> None:
    pushing.server.answers = [500, 500, 500]
    waits = [once(pushing) for _ in range(3)]
    assert waits == [5.0, 10.0, 20.0]
    pushing.server.answers = [503]
    assert once(pushing) == 7 + 40.0
    assert once(pushing) is None


def test_where_a_person_has_to_look_it_does_not_come_sooner(pushing: Pushing) -> None:
    pushing.server.answers = [401]
    assert once(pushing) == EVERY_S


def test_a_database_that_goes_away_meanwhile_does_not_end_the_round(
    pushing: Pushing, monkeypatch: pytest.MonkeyPatch
) -> None:
    pushing.server.answers = [500]

    def away(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("the server is away"))

    monkeypatch.setattr(beside_module, "target_of", away)
    assert once(pushing) == EVERY_S


def test_nobody_is_named_in_the_log(pushing: Pushing, caplog: pytest.LogCaptureFixture) -> None:
    pushing.server.refuse = lambda one: "测试 E9900000" if "lotNumber" in one else None
    assert once(pushing) is None
    pushing.server.answers = [401]
    pushing.server.refuse = lambda _: None
    pushing.send()
    once(pushing, Job(pushing.world.store, Link(pushing.server.url), GROUND, lambda: 1 // 0))
    assert "refused" in caplog.text and "ZeroDivisionError" in caplog.text
    assert "测试" not in caplog.text and "E99" not in caplog.text


def test_the_round_goes_on_until_it_is_ended(pushing: Pushing) -> None:
    with beside(pushing.world.hub, lambda _: pushing.job(), 60.0):
        wait_for(lambda: len(pushing.server.of("Patient")) == 3)

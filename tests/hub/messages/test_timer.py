"""Where the hub was asked to, the job runs beside it, and its troubles stop nothing."""

from __future__ import annotations

import logging
import threading

import pytest

from fieldapp.hub.messages.errors import SecretMissing
from fieldapp.hub.messages.gateways.gateway import Answer, Fate
from fieldapp.hub.messages.job import Job
from fieldapp.hub.messages.timer import run_once, sending
from fieldapp.hub.running import Hub
from tests.hub.messages.clinic import Clinic

MOBILE = "+8613912345678"


def test_it_runs_at_once_and_again_until_the_end(clinic: Clinic) -> None:
    runs = threading.Semaphore(0)

    def job(_: Hub) -> Job:
        runs.release()
        return clinic.job

    clinic.vaccinate("王小明", MOBILE)
    clinic.world.push_all(clinic.laptop)
    with sending(clinic.world.hub, job, 0.01):
        assert all(runs.acquire(timeout=30) for _ in range(3))
    assert clinic.states() == ["sent"]


def test_what_goes_wrong_is_logged_without_anybodys_name(
    clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(_: Hub) -> Job:
        raise SecretMissing(file="kannel.secret", why="No such file or directory")

    def broken(_: Hub) -> Job:
        raise ValueError("王小明")

    with caplog.at_level(logging.WARNING):
        run_once(clinic.world.hub, refused)
        run_once(clinic.world.hub, broken)
        clinic.vaccinate("王小明", MOBILE)
        clinic.world.push_all(clinic.laptop)
        clinic.scripted.answers = [Answer(Fate.NEVER, why="400")]
        run_once(clinic.world.hub, lambda _: clinic.job)
    assert "kannel.secret" in caplog.text and "ValueError" in caplog.text
    assert "1 failed" in caplog.text and "王小明" not in caplog.text

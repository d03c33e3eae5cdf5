"""Delivery reports over HTTP: by a ref that only the gateway knows."""

from __future__ import annotations

import pytest
import requests

from tests.hub.messages.clinic import Clinic
from tests.hub.test_app import served


def told(clinic: Clinic, ref: str, type_: object) -> tuple[int, str]:
    with served(clinic.world) as url:
        answer = requests.get(f"{url}/v1/messages/{ref}/{type_}", timeout=30)
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("type_", "state"),
    [(1, "delivered"), (2, "failed"), (4, "sent"), (8, "sent"), (16, "failed"), (99, "sent")],
)
def test_kannels_types_are_understood(clinic: Clinic, type_: int, state: str) -> None:
    clinic.vaccinate("王小明", "+8613912345678")
    clinic.run()
    assert told(clinic, clinic.rows()[0].ref, type_) == (200, "")
    assert clinic.states() == [state]


def test_a_ref_that_is_none_is_answered_alike(clinic: Clinic) -> None:
    assert told(clinic, "0" * 32, 1) == (200, "")


def test_anything_else_is_not_served(clinic: Clinic) -> None:
    clinic.vaccinate("王小明", "+8613912345678")
    assert told(clinic, "0" * 32, "delivered")[0] == 404

"""The hub: joined, reached, and how long its certificate holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from fieldapp.actions.doctor.road import certificate, look_at_road
from fieldapp.actions.practice import Practice
from fieldapp.journal.hub_link import save_enrolment, store_receipt
from tests.journal.hub import ENROLMENT, receipt
from tests.journal.laptop import Laptop
from tests.sync.authorities import Authority

PEM = Authority().pem
"""Valid for 30 days from now."""


def codes(practice: Practice) -> list[str]:
    return [found.code for found in look_at_road(practice)]


def test_a_laptop_that_has_not_joined(practice: Practice) -> None:
    assert codes(practice) == ["NotJoined"]


def test_a_hub_on_this_machine_needs_no_certificate(practice: Practice) -> None:
    save_enrolment(practice.journal, replace(ENROLMENT, ca_pem=None))
    assert codes(practice) == ["HubNeverReached"]


@pytest.mark.parametrize(("days", "code"), [(0, "HubReached"), (2, "HubSilent")])
def test_when_the_hub_last_answered(
    practice: Practice, laptop: Laptop, days: int, code: str
) -> None:
    journal = practice.journal
    save_enrolment(journal, replace(ENROLMENT, ca_pem=None))
    at = int(laptop.clock.now().timestamp())
    store_receipt(journal, receipt(journal.head(), at=at))
    laptop.clock.pass_s(days * 24 * 3600)
    assert codes(practice) == [code]


@pytest.mark.parametrize(
    ("days_later", "code"),
    [(-5, "CertificateHolds"), (5, "CertificateEndsSoon"), (31, "CertificateEnded")],
)
def test_a_certificate_is_said_before_it_ends(days_later: int, code: str) -> None:
    now = datetime.now(UTC) + timedelta(days=days_later)
    assert certificate(PEM, now).code == code


def test_one_that_cannot_be_read_is_said() -> None:
    assert certificate("made-up certificate", datetime.now(UTC)).code == "CertificateUnreadable"

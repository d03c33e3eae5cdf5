"""The demo's hub is a real one, and it ends with the demo."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from fieldapp.cli.demo.hub_process import HubDidNotStart, enrolment_code, running_hub
from fieldapp.wire.enrol_code import read_code


def test_it_answers_while_it_runs_and_is_gone_afterwards(tmp_path: Path) -> None:
    with running_hub(tmp_path / "hub") as hub:
        hello = f"{hub.url}/v1/hello?n=00"
        assert requests.get(hello, timeout=30).status_code == 200
        assert read_code(enrolment_code(hub, "Boat Test"))
    with pytest.raises(requests.ConnectionError):
        requests.get(hello, timeout=5)


def test_it_ends_even_when_the_demo_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), running_hub(tmp_path / "hub") as hub:
        raise ZeroDivisionError
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{hub.url}/v1/hello?n=00", timeout=5)


def test_a_hub_that_cannot_start_is_said(tmp_path: Path) -> None:
    in_the_way = tmp_path / "hub"
    in_the_way.write_text("not a folder", "ascii")
    with pytest.raises(HubDidNotStart), running_hub(in_the_way):
        pass

"""The demo's hub is a real one, and it ends with the demo."""

from __future__ import annotations

import json
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


def test_while_all_goes_well_it_says_nothing_between_the_words_of_the_demo(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with running_hub(tmp_path / "hub") as hub:
        requests.get(f"{hub.url}/v1/hello?n=00", timeout=30)
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


def test_whoever_names_a_file_has_every_answer_in_it(tmp_path: Path) -> None:
    file = tmp_path / "hub.log"
    with file.open("w") as log, running_hub(tmp_path / "hub", log=log) as hub:
        requests.get(f"{hub.url}/v1/hello?n=00", timeout=30)
    (line,) = map(json.loads, file.read_text("utf-8").splitlines())
    assert (line["event"], line["route"]) == ("answered", "/v1/hello")


def test_a_hub_that_cannot_start_is_said_with_its_reason(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "hub"
    in_the_way.write_text("not a folder", "ascii")
    with pytest.raises(HubDidNotStart), running_hub(in_the_way):
        pass
    assert "exists" in capfd.readouterr().err

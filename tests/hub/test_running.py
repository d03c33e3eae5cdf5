"""Promises of the running hub's fold."""

from __future__ import annotations

import pytest

from tests.hub.conftest import World


def test_a_fault_in_the_tables_never_holds_back_a_receipt(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fault(_: object) -> None:
        raise KeyError("Test Canary")

    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    with monkeypatch.context() as patched:
        for way in ("catch_up", "fold_a_few"):  # in the file; on a server
            patched.setattr(f"fieldapp.hub.running.{way}", fault)
        (receipt,) = world.push_all(laptop)
    assert receipt.head_seq == laptop.seq
    assert "KeyError" in caplog.text and "Canary" not in caplog.text
    world.hub.fold()
    assert world.numbers() == {"clients": 1, "confirmed": 1, "counted": 1}


class Taken:
    """Another thread's fold, which does not end; notes how long it was waited for."""

    def __init__(self) -> None:
        self.waited_s: list[float] = []

    def acquire(self, timeout: float) -> bool:
        self.waited_s.append(timeout)
        return False


def test_on_a_server_no_receipt_waits_for_the_fold_of_another(server_world: World) -> None:
    taken = Taken()
    object.__setattr__(server_world.hub, "folding", taken)
    laptop = server_world.laptop()
    (receipt,) = server_world.push_all(laptop)
    assert receipt.head_seq == laptop.seq
    assert taken.waited_s == [0.0]

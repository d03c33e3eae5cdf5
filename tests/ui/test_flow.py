from __future__ import annotations

from fieldapp.ui.flow import Flow


def test_a_flow_without_timers_has_nothing_to_stop(qtbot: object) -> None:
    flow = Flow()
    heard: list[object] = []
    flow.bug.connect(heard.append)
    flow.stop()
    assert heard == []

"""Promises of what is said when a push cannot go: nothing is lost, and nothing secret is named."""

from __future__ import annotations

from fieldapp.hub.push.errors import ServerAway


def test_a_server_that_is_away_says_when_to_come_again() -> None:
    away = ServerAway(why="it answered 503", wait_s=7)
    assert away.wait_s == 7 and ServerAway(why="no answer in time").wait_s is None
    assert "it answered 503" in away.happened.format(**away.details)
    assert "stays" in away.safe

"""`fieldapp demo`: a hub, an enrolled team and a day of made-up people, in a temporary folder.

people.py       who comes on board
hub_process.py  a real hub in its own process
bookings.py     who booked for the day
team.py         the laptop: home, earlier doses, enrolment, session
hands.py        presses keys and scans, as a person and a scanner would
day.py          works the day through the real windows
evening.py      counts and closes the operation
run.py          puts it together and says what happened
"""

from __future__ import annotations

from fieldapp.cli.demo.run import run_demo

__all__ = ["run_demo"]

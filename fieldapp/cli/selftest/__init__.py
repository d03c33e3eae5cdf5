"""`fieldapp selftest`: is this installation whole? For packages on machines without Python.

step.py     what a step answers: works, better with, missing, not reached
system.py   the system's libraries, and which package of which distribution has one
parts.py    libraries, rules, scans
windows.py  every room in every language, on no display
journey.py  a first day in a temporary folder: journal, dose, hub, receipt, card
run.py      the steps in order, and what is said of them
"""

from __future__ import annotations

from fieldapp.cli.selftest.run import selftest

__all__ = ["selftest"]

"""The doctor: what is well with this laptop and what is not, each in one sentence and one action.

finding.py   what a finding is: a light, a sentence, an action
machine.py   disk, reserve, battery, program; needs no journal, so the lock can ask, too
records.py   the clock, the chain, the second copy, what waits
road.py      the hub: joined, its certificate, when it was reached
examine.py   all of them
support_file.py  the same for somebody far away, with nothing about anybody
"""

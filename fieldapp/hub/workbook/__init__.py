"""A session's workbook written at the hub: for a team whose laptop is what failed.

It is the laptop's own workbook, under the hub's seal; any laptop of the hub takes it back.

team.py      the laptops that one team ever had, and who works there
lots.py      what the team has on board, as far as it is known here
booked.py    who has a seat there on that day
people.py    who is due in the team's region
gathering.py all of that, read in one moment
making.py    the verb: what was gathered as a file
writing.py   the same by a command
"""

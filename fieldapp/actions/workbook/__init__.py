"""A session's workbook: written for places where the laptop fails, and taken back without a dose
lost or doubled.

people.py      who is due, from this laptop's records and its regions' roster
export.py      the verb: write the workbook of a session
reading.py     a workbook that came back: its proven frame, and what was typed
judging.py     what a row says, or why it is refused
walk_ins.py    who somebody typed into a blank row is
former.py      whether they are who was recorded, also under what was written down before
strangers.py   two people in the same blank row of two copies are told apart
standing.py    who the rows speak of, and what they had before
look.py        what would come of the rows, as the journal stands
differences.py a row that says something else than was recorded, and its correction
refused.py     the refused rows, with the seal
take_back.py   the verb: a plan first, then what it says
"""

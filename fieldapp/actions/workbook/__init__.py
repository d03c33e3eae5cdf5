"""A session's workbook: written for places where the laptop fails, and taken back without a dose
lost or doubled.

next_doses.py  what the programme says of each lot for one person
people.py      who is due, from this laptop's records and its regions' roster
export.py      the verb: write the workbook of a session
"""

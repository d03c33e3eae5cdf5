"""Taking over a paper or spreadsheet backlog: read a table, judge each row, record the good ones.

sheet.py      a file becomes rows of text, whatever its encoding or format
row.py        one row of text becomes a BacklogRow, or a Refusal naming row, column and reason
take_over.py  the verb: records the rows, flags the doubtful ones, adds nothing twice
refused.py    writes the refused rows out, to be corrected and imported again
"""

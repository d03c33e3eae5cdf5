"""Taking over a paper or spreadsheet backlog: read a table, judge each row, record the good ones.

limits.py     how much of a file is read, and what is said of a larger one
weight.py     an Excel file is weighed before it is unpacked into memory
xlsx.py       the sheets of an Excel file become lines of text
sheet.py      a file becomes rows of text, whatever its encoding or format
row.py        one row of text becomes a BacklogRow, or a Refusal naming row, column and reason
take_over.py  the verb: records the rows, flags the doubtful ones, adds nothing twice
formulas.py   what a spreadsheet would run is guarded in refused rows, and read as it was
refused.py    writes the refused rows out, to be corrected and imported again
"""

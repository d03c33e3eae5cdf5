"""A session's workbook: an Excel file to work from where the laptop cannot be used.

content.py   what stands in it, as plain records
columns.py   the columns of the table of people, and which of them are typed
next_doses.py  what the programme says of each lot for one person
lots.py      lots as they are chosen
lines.py     how somebody stands in it, and how little of them
words.py     every word in it, in English and Chinese, from resources/workbook
formulas.py  what calculates itself: dose number, not before, age, check, next dose
look.py      how cells look
people.py    the sheet to fill in
read_me.py   the sheet that says how
write.py     the file as a whole
"""

"""The doctor page, on F10 and by a click on the truth strip; at the lock it says what it can.

state.py    what is shown          doctor_page.py  the page
present.py  findings into words    flow.py         looks, and writes the support file
words.py    names of what is looked at
"""

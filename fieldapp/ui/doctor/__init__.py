"""The doctor page, on F10 and by a click on the truth strip; at the lock it says what it can.

state.py    what is shown          doctor_page.py  the page
present.py  findings into words    doctor_card.py  one thing on it
words.py    names of the things    flow.py         looks, and writes the support file
"""

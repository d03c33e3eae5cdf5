"""The records of a person, and what the hub has put aside: seen, corrected, linked.

state.py           what there is to show, as plain values
list_page.py       one line a record; the chosen one says what can be done
pair_page.py       two registrations side by side
records_screen.py  puts them together; asks by signals, never acts
present.py         from what the actions answer to what is shown
forms.py           what is asked to correct a dose or a registration
words.py           the page's own sentences
flow.py            joins the screen to the actions
"""

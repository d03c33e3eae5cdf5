"""The call list: whose next dose is due, one person at a time to call, and what came of it.

state.py           what there is to show, as plain values
due_table.py       the list, a line a person
person_pane.py     the person that is called: phone, script, outcomes; and the form of an outcome
board_page.py      list and person side by side, with filters
demand_page.py     how many doses will be needed where
calls_screen.py    puts them together; asks by signals, never acts
present.py         what the actions answer, as what is shown
forms.py           what is asked after each outcome, and what was typed as a note
words.py           codes as words
flow.py            joins the room to the actions; note_flow.py writes calls down
"""

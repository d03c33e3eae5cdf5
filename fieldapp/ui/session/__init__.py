"""The session room: an operation from the morning's form to the last vial that is explained.

state.py           what there is to show, as plain values
load_card.py       vials that go on board
start_page.py      the morning's form; load_page.py more vials later
lots_table.py      loaded, given, wasted, returned, and whether it adds up
check_list.py      what is open before the close
count_panel.py     counts one lot, or the cash
open_page.py       an operation at work
waste_page.py      wasted, because…
closed_page.py     the end of the day
session_screen.py  puts them together; asks by signals, never acts
words.py           counts and codes as words
present.py         what the actions answer, as what is shown
loading.py         the load form's texts, as vials
start_flow.py      joins the morning's form to the actions; flow.py the rest of the day
"""

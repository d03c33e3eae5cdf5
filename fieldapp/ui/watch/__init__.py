"""The watch: who waits after a dose, who may leave, and the reactions that were seen.

state.py           what there is to show, as plain values
ring.py            how much of the time is over
watch_card.py      one person who is watched
board_page.py      all of them, who may leave first
choice_page.py     a list to choose from: reports, doses
reaction_page.py   the AEFI form; reaction_parts.py its parts
watch_screen.py    puts them together; asks by signals, never acts
present.py         what the actions answer, as what is shown
reporting.py       the form's texts, as a report and back
words.py           codes as words
flow.py            joins the board to the actions; reaction_flow.py the reports
"""

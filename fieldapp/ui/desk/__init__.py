"""The desk: one scan box, one person, one verdict, one key to record.

state.py           what there is to show, as plain values
scan_box.py        the one box for every scan
person_page.py     person, verdict, questions, vial, actions
register_page.py   somebody new
side_pages.py      nobody yet; several matches; a reason to choose
today_panel.py     what was recorded today
desk_screen.py     puts them together; asks by signals, never acts
record_guard.py    when the record key counts
flow.py            joins the screen to the actions: scans, the person at the desk
means.py           what every flow of the desk works with
visit.py           one person's time at the desk
register_flow.py   somebody new
record_flow.py     records
reason_flow.py     asks for a reason
today_flow.py      keeps the right column true
"""

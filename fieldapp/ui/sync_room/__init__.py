"""The sync room: the big sum, the roads to the hub, and what every attempt came to.

state.py        what there is to show, as plain values
present.py      makes it from the tally and the log of attempts
log_model.py    the log as Qt's table model
sync_screen.py  draws it; asks by signals, never acts
"""

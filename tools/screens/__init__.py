"""Every state of every screen, a module a room; `tools.made_up_screens` lists them all.

people.py   who and what is in the pictures: made up, with the real rules
frame.py    the strips and the rail around a room
desk.py, sync.py, lock.py and so on: the rooms
"""

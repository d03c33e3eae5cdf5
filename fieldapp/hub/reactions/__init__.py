"""Reactions after a dose (AEFI) at the hub.

told.py      reports as they stand by now, read from the events themselves
listing.py   which there are: grave ones, of a product, of a lot; newest word first
"""

"""Packs: a laptop is taken in and seeded by a stick, where no network reaches it.

requests.py  what laptops ask, as lines of text: from a stick, or pasted into a page
making.py    who is admitted, and everything that a first sync would bring them, once each
writing.py   both from the command line: a folder of requests in, one file out

Why by a request, and not by a pack sealed with the code: the laptop's own key is known before
anything is sealed, so leases and lists are those of every other road; what opens them never leaves
the laptop; the code proves both sides and is spent, as over a network; and of two laptops that were
given the same code one is refused before it records anything.
"""

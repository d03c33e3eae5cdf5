"""A person's vaccination card made again at the hub, for whoever lost it or whose record was put
right.

key.py     the hub's own key for cards, in the trust list like those of laptops
issuing.py what the hub knows of somebody as a card, its code signed
paper.py   the card as a PDF on A5

No card is ever called back: what an old one says was given, was given, and a dose that was struck
through since stands struck through in every roster. So the old card stays good, and both the form
and the paper say so.
"""

"""The neighbour road: two laptops of one hub meet on a local network, with no internet.

nearby.py     who is near: announced and found by mDNS        address.py  what a person types
calling.py    one end: connects                               listening.py  the other: waits
line.py       messages with lengths over a connection, in bounded time
proving.py    hails and proofs: who is there, and are we of one hub
packing.py    which of our pages a neighbour should get
meeting.py    the exchange: receipts home, parcels both ways, who was seen today, the count
lists.py      the hub's signed lists (recalls, trust, erasures) go on: the newer one wins
tally.py      what both ends counted, for people
forward.py    the hub gets what was held, by HTTP             carrying.py  the same on a stick
"""

"""Sync under fire: real laptops and a real hub in one process, on real files, through every fault.

    template.py   a hub and enrolled laptops, made once; every history begins with a copy
    crashes.py    power cuts at commits and full disks, planned from below the real code
    laptops.py    one laptop: its home, its journal, what it said was saved
    hubs.py       the hub: its folder, its restarts, its backups
    roads.py      a link that loses, doubles, delays, cuts and forges
    deeds.py      what may happen next, each with its weight
    world.py      one seed, one history
    checker.py    what must hold at every moment, and in the end
    mutants/      known mistakes of sync protocols, planted one by one to see that they are caught

One seed replays one history: `python -m tests.simulation --seed 7 --tell`.
"""

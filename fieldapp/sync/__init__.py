"""How records travel from a laptop.

`exchange` decides without any I/O; links carry bytes. What lies where:

    a sync           run, trip, exchange, letters, pace, estimate, turn, auto, outcome
    by network       link, http_link, tls, hub_address, joining
    what comes down  pulls, registry_road
    by stick         stick, roster_stick, pack
    neighbours       neighbours/
    shared           errors
"""

"""Erasure at the hub: what of a person goes for ever, what the law keeps, and who has heard."""

"""Erasure at the laptop: what the hub erased by law goes here too, and nothing else.

The hub's list (`wire.erasures`) says which events. Of each that its receipts cover, the body and
everything that lets anybody guess it are destroyed in one transaction, in which the journal also
notes that it was done (`facts.Erased`); header and commitment stay, so chain, seals and receipts
still hold. Afterwards the file is written anew, so that nothing is left in its unused places.
"""

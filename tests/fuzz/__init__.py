"""Hostile and damaged bytes against every reader: an answer in words, in little memory, no crash.

    mutate.py   turns good bytes into bad ones
    targets.py  what is read, from which good bytes, and which refusals are expected
    attack.py   feeds one to the other, and keeps what broke

`make fuzz SECONDS=600`; what breaks is written to tests/fuzz/found/ and belongs into a test.
"""

"""The roster: people of the team's regions as the hub knows them, pulled, and read by a lease.

A file of its own beside the journal: half a million people are applied without ever keeping a dose
waiting for the journal's write lock, no backup carries what the hub can give again, and the key of
the file is lent, so that without a lease nobody reads it.
"""

"""The pocket registry: the last doses of everybody in a province, in one file without any name.

    file     = b"VXP1" + 4 bytes length of head + head + entries + index
    head     = signed "registry" CBOR, see `head`
    entries  = sorted by slow key; each a tag (bytes 2 to 8 of the slow key) + 6 masked bytes
    index    = 65,537 numbers of 4 bytes: entries index[b] to index[b + 1] begin with the 2 bytes b

Whoever holds the file alone learns how many entries it has. With the secret of the lease he can ask
about one document at a time, each question as dear as `key.COST` makes it.
"""

"""Real commands on real files, with one system call of theirs failing or the last they make.

`strace` turns the Nth write, flush, rename or read of a file into EIO or ENOSPC, an allocation
into ENOMEM, or ends the process there with SIGKILL. Afterwards the files are opened again: nothing
that the command reported is missing, nothing is doubled, and the same command can be given again.
`python -m tests.sweep` goes through all of it; `make test` takes a sample.
"""

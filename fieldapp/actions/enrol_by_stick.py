"""Join the hub where no network is: a request goes out on a stick, the hub's pack comes back.

The same code as over a network proves both sides, and never leaves this laptop. With the pack comes
all that a first sync would bring, so that the laptop is ready for its first day.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from fieldapp.actions.enrol import JOINED, keep_enrolment, let_recovery_open, request_of
from fieldapp.domain.clock import Clock
from fieldapp.journal import asked, hub_link
from fieldapp.journal.asked import Asked
from fieldapp.journal.errors import JournalError
from fieldapp.journal.files import write_whole
from fieldapp.journal.hub_link import Attempt
from fieldapp.journal.journal import Journal
from fieldapp.journal.keyslots import DataKey
from fieldapp.sync.hub_address import parse_hub_url
from fieldapp.sync.pack import PackTaken, prove_pack, take_pack
from fieldapp.sync.stick import ROAD, StickUnwritable
from fieldapp.sync.turn import turn
from fieldapp.wire.enrol_code import EnrolCode, read_code
from fieldapp.wire.enrol_line import SUFFIX, write_line
from fieldapp.wire.enrolment import write_request
from fieldapp.wire.request_auth import NONCE_BYTES


def ask_by_stick(
    journal: Journal,
    folder: Path,
    hub_url: str,
    code: str,
    ca_pem: str | None,
    *,
    random: Callable[[int], bytes] = os.urandom,
) -> Path:
    """Write this laptop's request into a folder, and remember what was asked. The address is where
    later syncs go. Again, with the same code, is the same question.

    Raises BadCode, BadHubAddress, PlainHttpRefused, StickUnwritable.
    """
    address, read = parse_hub_url(hub_url), read_code(code)
    question = Asked(read, _nonce(journal, read, random), address.base, ca_pem)
    line = write_line(write_request(request_of(journal, read.code_id, question.nonce), read))
    file = folder / _file_name(journal, read)
    asked.keep(journal, question)
    try:
        write_whole(file, f"{line}\n".encode(), durable=True)
    except JournalError as fault:
        raise StickUnwritable from fault
    return file


def _file_name(journal: Journal, code: EnrolCode) -> str:
    """Its own, even where two laptops were given the same code."""
    own = bytes(hub_link.signing_key(journal).verify_key)[:4]
    return f"laptop-{code.code_id.hex()}-{own.hex()}{SUFFIX}"


def _nonce(journal: Journal, code: EnrolCode, random: Callable[[int], bytes]) -> bytes:
    before = asked.read(journal)
    return before.nonce if before and before.code == code else random(NONCE_BYTES)


def join_by_pack(
    journal: Journal, file: Path, clock: Clock, *, key: DataKey | None = None
) -> PackTaken:
    """Take the hub's pack: join, then keep all that it brings. With `key`, the organisation's
    recovery key opens this home from now on; otherwise from the next unlock.

    Safe to repeat; nothing is changed unless all of the pack is proven. Raises NoPack,
    AlreadyEnrolled, SyncRunning, DiskFull.
    """
    with turn(journal.home):
        started_at, pack = clock.now(), prove_pack(journal, file)
        question = asked.read(journal)
        if pack.reply is not None and question is not None:
            keep_enrolment(journal, pack.reply, question.hub_url, question.ca_pem)
            hub_link.log_attempt(journal, Attempt(started_at, ROAD, JOINED))
        if key is not None:
            let_recovery_open(journal, key)
        return take_pack(journal, pack)

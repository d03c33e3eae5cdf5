"""Joining the hub: codes that work once, for a fortnight, and that nobody can guess.

A code is 128 random bits and never travels. Wrong guesses at a known code spend it; guesses at
unknown ones are slowed down for everybody.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from fieldapp.domain.made_up import is_made_up
from fieldapp.hub import schema
from fieldapp.hub.errors import BadTeam, TwoWorlds
from fieldapp.hub.generation import device_floor
from fieldapp.hub.making import open_or_make
from fieldapp.hub.practice import keep_apart
from fieldapp.hub.running import Hub, Reply
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.web.audit import OPERATOR, note
from fieldapp.wire.enrol_code import ID_BYTES, SECRET_BYTES, EnrolCode, write_code
from fieldapp.wire.enrolment import check_request, read_request, write_answer
from fieldapp.wire.errors import BadSignature, NewerFormat, Undecodable
from fieldapp.wire.messages import PRACTICE_APART, EnrolReply, EnrolRequest
from fieldapp.wire.pack import Admitted

CODE_LIFE_S = 14 * 86_400
MOST_WRONG_PROOFS = 10
MOST_GUESSES_A_MINUTE = 20
_GUESSES = "wrong_codes"
_KEY_BYTES = 32
_MOST_NONCE_BYTES = 32

_code, _device = schema.enrol_code.c, schema.device.c


def add_team(
    data: Path,
    name: str,
    kind: str,
    region: str,
    *,
    now_s: int,
    random: Callable[[int], bytes] = os.urandom,
    database: str | None = None,
) -> str:
    """Make an enrolment code for one laptop of a team, and the hub itself at first use.

    Raises BadTeam, TwoWorlds.
    """
    _check_words(name, kind, region)
    store = open_or_make(data, database=database)
    try:
        with store.writing() as connection:
            code = make_code(connection, name, kind, region, now_s=now_s, random=random)
            note(
                connection, store.keys, now_s, OPERATOR, "team-added", name.strip(), region.strip()
            )
    finally:
        store.close()
    return code


def make_code(
    connection: Connection,
    name: str,
    kind: str,
    region: str,
    *,
    now_s: int,
    random: Callable[[int], bytes] = os.urandom,
) -> str:
    """The same inside somebody's transaction. Raises BadTeam, TwoWorlds."""
    _check_words(name, kind, region)
    keep_apart(connection, kind)
    code = EnrolCode(random(ID_BYTES), random(SECRET_BYTES))
    connection.execute(
        insert(schema.enrol_code).values(
            code_id=code.code_id,
            secret=code.secret,
            name=name.strip(),
            kind=kind.strip(),
            region=region.strip(),
            expires_s=now_s + CODE_LIFE_S,
            wrong_proofs=0,
        )
    )
    return write_code(code)


def _check_words(name: str, kind: str, region: str) -> None:
    for what, value in (("a name", name), ("a kind", kind), ("a region", region)):
        if not value.strip() or "\0" in value:
            raise BadTeam(what=what)


def answer_enrol(hub: Hub, body: bytes) -> Reply:
    """POST /v1/enrol. The same request again, after a lost answer, gets the same answer."""
    try:
        request = read_request(body)
    except NewerFormat as error:
        return hub.problem(426, "newer-format", error.happened)
    except Undecodable as error:
        return hub.problem(422, "unreadable", error.happened)
    now_s = hub.now_s()
    with hub.store.reading() as connection:
        slow_down = _too_many_guesses(connection, now_s)
    if slow_down:
        words = "Too many wrong codes in the last minute."
        return hub.problem(429, "slow-down", words, request.nonce, wait_s=60)
    if len(request.device_key) != _KEY_BYTES or len(request.nonce) > _MOST_NONCE_BYTES:
        return hub.problem(422, "unreadable", "The device key is not one.", request.nonce)
    try:
        with hub.store.writing() as connection:
            joined = _join(connection, request, body, now_s)
            if joined is None:
                _note_guess(connection, now_s)
    except TwoWorlds as error:
        return hub.problem(409, PRACTICE_APART, error.happened, request.nonce)
    if joined is None:
        words = "The code is unknown, used, or expired."
        return hub.problem(403, "wrong-code", words, request.nonce)
    return Reply(200, _welcome(hub, request, *joined))


def admit(hub: Hub, body: bytes) -> Admitted | None:
    """Take a laptop in whose request somebody brought here; None when its code is not good, is
    another laptop's, or one of hub and laptop is for practice. Raises Undecodable, NewerFormat."""
    request = read_request(body)
    joined = None
    with suppress(TwoWorlds), hub.store.writing() as connection:
        joined = _join(connection, request, body, hub.now_s())
    if joined is None:
        return None
    return Admitted(request.code_id, joined[0], _welcome(hub, request, *joined))


def _join(
    connection: Connection, request: EnrolRequest, body: bytes, now_s: int
) -> tuple[int, EnrolCode, str] | None:
    """The new laptop's number, its code and region; None when the code is not good. Raises
    TwoWorlds."""
    row = connection.execute(
        select(schema.enrol_code).where(_code.code_id == request.code_id)
    ).first()
    if row is None or now_s > row.expires_s or row.wrong_proofs >= MOST_WRONG_PROOFS:
        return None
    code = EnrolCode(row.code_id, row.secret)
    try:
        check_request(body, code)
    except BadSignature:
        wrong = {"wrong_proofs": row.wrong_proofs + 1}
        _change(connection, row, **wrong)
        return None
    if is_made_up(row.kind) != is_made_up(request.kind):
        raise TwoWorlds(kind="for practice" if is_made_up(row.kind) else "real")
    if row.device is not None and not _is_key_of(connection, row.device, request.device_key):
        return None
    number = row.device or _add_device(connection, row, request.device_key, now_s)
    return None if number is None else (number, code, row.region)


def _add_device(connection: Connection, row: Row[Any], verify_key: bytes, now_s: int) -> int | None:
    """A new laptop's number; that of before for a laptop that joins again, None if shut out."""
    same = select(_device.no, _device.revoked_s).where(_device.verify_key == verify_key)
    known = connection.execute(same).first()
    if known is not None and known.revoked_s is not None:
        return None
    number = known.no if known is not None else _insert_device(connection, row, verify_key, now_s)
    _change(connection, row, device=number)
    return int(number)


def _insert_device(connection: Connection, row: Row[Any], verify_key: bytes, now_s: int) -> int:
    newest = int(connection.execute(select(func.max(_device.no))).scalar() or 0)
    number = 1 + max(newest, device_floor(connection))
    team = {"name": row.name, "kind": row.kind, "region": row.region}
    values = {"no": number, "verify_key": verify_key, "enrolled_s": now_s, **team}
    connection.execute(insert(schema.device).values(**values))
    return number


def _is_key_of(connection: Connection, device: int, verify_key: bytes) -> bool:
    """Whether it is the key of this laptop, and that is not shut out."""
    inside = select(_device.verify_key).where(_device.no == device, _device.revoked_s.is_(None))
    key = connection.execute(inside).scalar()
    return key is not None and bytes(key) == verify_key


def _change(connection: Connection, row: Row[Any], **values: object) -> None:
    connection.execute(
        update(schema.enrol_code).where(_code.code_id == row.code_id).values(**values)
    )


def _guesses(connection: Connection) -> list[int]:
    """When the last wrong codes came in, at any process of this hub; Unix seconds."""
    times: list[int] = json.loads(setting(connection, _GUESSES) or "[]")
    return times


def _too_many_guesses(connection: Connection, now_s: int) -> bool:
    """Whether the last minute brought as many as are answered in a minute."""
    times = _guesses(connection)
    return len(times) >= MOST_GUESSES_A_MINUTE and now_s - times[0] < 60


def _note_guess(connection: Connection, now_s: int) -> None:
    times = [*_guesses(connection), now_s][-MOST_GUESSES_A_MINUTE:]
    set_setting(connection, _GUESSES, json.dumps(times))


def _welcome(hub: Hub, request: EnrolRequest, number: int, code: EnrolCode, region: str) -> bytes:
    keys = hub.store.keys
    reply = EnrolReply(
        device=number,
        hub=keys.hub_id,
        verify_key=bytes(keys.verify_key),
        box_key=keys.box_public,
        recovery_key=keys.recovery_public,
        regions=(region,),
        nonce=request.nonce,
    )
    return write_answer(reply, code, hub.key)

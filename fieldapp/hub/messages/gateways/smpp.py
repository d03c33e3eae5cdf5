"""SMPP 3.4, for an operator without Kannel: bound while the job runs, receipts taken on the way.

A receipt is acknowledged as it is read; one that a crash loses leaves its message *sent*.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import smpplib.client
import smpplib.exceptions
import smpplib.gsm
from smpplib import consts

from fieldapp.domain.sms import Alphabet, alphabet_of, parts_of
from fieldapp.hub.messages.errors import SettingsInvalid
from fieldapp.hub.messages.gateways.gateway import Answer, Fate, Outgoing, Receipt
from fieldapp.hub.messages.queue import Report

_ANSWER_S = 30
_LISTEN_S = 2.0
_LOGGER = "smpplib.quiet"
_RECEIPT = 0x04
_FOR_LATER = (consts.SMPP_ESME_RTHROTTLED, consts.SMPP_ESME_RMSGQFUL)
_TOLD = re.compile(r"id:(\S+) .*stat:(\w+)", re.DOTALL)
_REPORTS: Mapping[str, Report] = {
    "DELIVRD": Report.DELIVERED,
    "ACCEPTD": Report.ACCEPTED,
    "UNDELIV": Report.FAILED,
    "EXPIRED": Report.FAILED,
    "DELETED": Report.FAILED,
    "REJECTD": Report.FAILED,
}
_TROUBLE = (OSError, smpplib.exceptions.ConnectionError, smpplib.exceptions.PDUError)


class Smpp:
    """One account at one SMSC."""

    def __init__(
        self,
        entry: Mapping[str, Any],
        secret: tuple[str, str],
        timeout_s: int = _ANSWER_S,
        listen_s: float = _LISTEN_S,
    ) -> None:
        host, port, sender = entry.get("host"), entry.get("port"), entry.get("sender")
        if not isinstance(host, str) or type(port) is not int or not isinstance(sender, str):
            raise SettingsInvalid(file="settings.json", where="gateways, smpp")
        self._address, self._sender, self._secret = (host, port), sender, secret
        self._timeout_s, self._listen_s = timeout_s, listen_s
        self._bound: Any = None
        self._arrived: list[Receipt] = []
        logging.getLogger(_LOGGER).disabled = True  # its debug lines hold the password

    def send(self, message: Outgoing) -> Answer:
        """Submit every part and wait for each answer; a report is asked for the last part."""
        try:
            client = self._client()
        except _TROUBLE as error:
            self._let_go()
            return Answer(Fate.LATER, why=_why(error))
        answer = Answer(Fate.NEVER, why="an empty text")
        for number, part in enumerate(_encoded(message), start=1):
            answer = self._submit(client, message, part, first=number == 1)
            if answer.fate is not Fate.TAKEN:
                break
        return answer

    def _submit(self, client: Any, message: Outgoing, part: bytes, *, first: bool) -> Answer:
        alphabet = alphabet_of(message.text)
        several = len(parts_of(message.text)) > 1
        try:
            sent = client.send_message(
                source_addr_ton=consts.SMPP_TON_ALNUM,
                source_addr_npi=consts.SMPP_NPI_UNK,
                source_addr=self._sender,
                dest_addr_ton=consts.SMPP_TON_INTL,
                dest_addr_npi=consts.SMPP_NPI_ISDN,
                destination_addr=message.phone.removeprefix("+"),
                short_message=part,
                data_coding=_CODING[alphabet],
                esm_class=consts.SMPP_GSMFEAT_UDHI if several else consts.SMPP_MSGTYPE_DEFAULT,
                registered_delivery=1,
            )
            answer = self._answer_to(client, sent.sequence)
        except _TROUBLE as error:
            self._let_go()
            return Answer(Fate.UNSURE, why=_why(error))
        if not answer.is_error():
            return Answer(Fate.TAKEN, _text(answer.message_id))
        why = f"status {int(answer.status)}"
        if not first:
            return Answer(Fate.UNSURE, why=f"{why} after the first part")
        return Answer(Fate.LATER if answer.status in _FOR_LATER else Fate.NEVER, why=why)

    def fate_of(self, ref: str) -> Answer:
        """An SMSC cannot be asked by our name for the message."""
        return Answer(Fate.UNSURE, why="the program ended before the answer came")

    def receipts(self) -> Iterator[Receipt]:
        """What came while sending, and what waits there for a short while."""
        end = time.monotonic() + self._listen_s
        try:
            client = self._client()
            while time.monotonic() < end:
                client.poll()
                time.sleep(min(0.05, self._listen_s))
        except _TROUBLE:
            self._let_go()
        yield from self._arrived
        self._arrived = []

    def close(self) -> None:
        """Say goodbye."""
        if self._bound is not None:
            with suppress(*_TROUBLE):
                self._bound.unbind()
        self._let_go()

    def _let_go(self) -> None:
        if self._bound is not None:
            self._bound.disconnect()
            self._bound = None

    def _client(self) -> Any:
        if self._bound is None:
            self._bound = smpplib.client.Client(
                *self._address,
                timeout=self._timeout_s,
                allow_unknown_opt_params=True,
                logger_name=_LOGGER,
            )
            self._bound.set_message_received_handler(self._take)
            self._bound.connect()
            user, password = self._secret
            self._bound.bind_transceiver(system_id=user, password=password)
        return self._bound

    def _answer_to(self, client: Any, sequence: int) -> Any:
        """Read on until the answer comes; receipts on the way are taken, others let pass."""
        answers: list[Any] = []
        client.set_message_sent_handler(lambda pdu: answers.append(pdu))
        client.set_error_pdu_handler(answers.append)
        while True:
            client.read_once(auto_send_enquire_link=False)
            for answer in answers:
                if answer.sequence == sequence:
                    return answer

    def _take(self, pdu: Any) -> None:
        """One deliver_sm: a receipt, or a message of somebody, which nobody reads here."""
        told = _TOLD.search(_text(pdu.short_message) or "")
        if pdu.esm_class & _RECEIPT and told is not None:
            report = _REPORTS.get(told[2].upper())
            if report is not None:
                self._arrived.append(Receipt(_text(pdu.receipted_message_id) or told[1], report))


_CODING = {
    Alphabet.GSM_7: consts.SMPP_ENCODING_DEFAULT,
    Alphabet.UCS_2: consts.SMPP_ENCODING_ISO10646,
}


def _encoded(message: Outgoing) -> list[bytes]:
    """The parts as octets, each of several under its header; no sign is cut in two."""
    gsm = alphabet_of(message.text) is Alphabet.GSM_7
    parts = parts_of(message.text)
    encoded = [smpplib.gsm.gsm_encode(p) if gsm else p.encode("utf-16-be") for p in parts]
    if len(parts) == 1:
        return encoded
    same = int(message.ref[:2], 16)
    heads = (bytes((5, 0, 3, same, len(parts), number)) for number in range(1, len(parts) + 1))
    return [head + part for head, part in zip(heads, encoded, strict=True)]


def _text(raw: Any) -> str | None:
    if isinstance(raw, bytes):
        raw = raw.decode("latin-1")
    return str(raw).rstrip("\0") or None if raw is not None else None


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return getattr(error, "strerror", None) or type(error).__name__

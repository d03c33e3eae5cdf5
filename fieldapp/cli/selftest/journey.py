"""A team's first day in a temporary folder, on real parts: journal, hub, stick, receipt, card.

The person is made up. Each step needs what the one before has made.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.actions.card.check import CardVerdict, check_card
from fieldapp.actions.practice import Practice, practice_on
from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.register_client import register_client
from fieldapp.actions.system_clock import SystemClock
from fieldapp.actions.vaccination_card import vaccination_card
from fieldapp.cli.demo.hub_process import running_hub
from fieldapp.cli.selftest.step import INSTALL_AGAIN, Lacking, NotReached
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import BodySite, VaccineLot
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import DataKey, NewUser, TeamProfile, create_home, unlock
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.tally import tally

if TYPE_CHECKING:  # Qt is loaded when the card is drawn, so that its lack is that step's alone
    from fieldapp.ui.print.paper import Paper

TEAM, REGION = TeamProfile("Self test", "boat"), "370826"
USER = NewUser("self.test", "Self Test", "lead", "self-test-only")
PERSON = ClientDetails("测试样", birth_date=date(1960, 5, 17))
LOT = VaccineLot("covid-inact-bibp", "SELFTEST", date(2099, 12, 31))
_DOTS_PER_MM = 12


class Journey:
    """The day; `close` ends it. Nothing of it is outside the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._clock = folder, SystemClock()
        self._opened: tuple[Journal, DataKey] | None = None
        self._client: bytes | None = None
        self._joined = False
        self._bundle: Path | None = None
        self._answer: Path | None = None

    @property
    def _hub(self) -> Path:
        return self._folder / "hub"

    @property
    def _hub_log(self) -> Path:
        return self._folder / "hub.log"

    @property
    def _journal(self) -> Journal:
        if self._opened is None:
            raise NotReached
        return self._opened[0]

    def make_journal(self) -> str:
        """An encrypted journal at full key strength."""
        home, secrets = self._folder / "laptop", NoSecrets()
        create_home(home, TEAM, [USER], secrets, self._clock)
        key = unlock(home, USER.login, USER.pin, secrets, self._clock)
        self._opened = open_journal(home, key, self._clock), key
        return "made, locked and unlocked"

    def record(self) -> str:
        """A person and a dose."""
        self._client = register_client(self._journal, PERSON, user=USER.login).client_id
        order = DoseOrder(self._client, LOT, BodySite.LEFT_DELTOID)
        record_dose(self._journal, order, clock=self._clock, user=USER.login)
        return "a made-up person and one dose"

    def join(self) -> str:
        """A hub in a process of its own, as `hub serve` runs it, and this laptop joined to it."""
        from fieldapp.actions.enrol import enrol
        from fieldapp.hub.enrolment import add_team
        from fieldapp.hub.running import unix_time

        journal = self._journal
        code = add_team(self._hub, TEAM.name, TEAM.kind, REGION, now_s=unix_time())
        with self._hub_log.open("w") as log, running_hub(self._hub, log=log) as hub:
            enrol(journal, hub.url, code, None, self._clock)
        self._joined = True
        return "a hub served, and the laptop joined it"

    def seal(self) -> str:
        """What waits as a sealed file on a stick."""
        from fieldapp.sync.stick import file_name, write_stick

        if not self._joined:
            raise NotReached
        stick = self._folder / "stick"
        stick.mkdir()
        written = write_stick(
            self._journal, stick / file_name(self._journal, self._clock), self._clock
        )
        self._bundle = written.file
        return f"{written.entries} records in {written.size:,} bytes"

    def hand_in(self) -> str:
        """The hub takes the file in and signs receipts."""
        from fieldapp.hub.stick import read_stick

        if self._bundle is None:
            raise NotReached
        came = read_stick(self._hub, self._bundle)
        _must(came.doses == 1 and not came.refused, "the hub did not count the dose")
        self._answer = came.answer
        return "the hub counts the dose"

    def confirm(self) -> str:
        """The receipt, home again, turns waiting into confirmed."""
        from fieldapp.sync.stick import read_answer

        if self._answer is None:
            raise NotReached
        read_answer(self._journal, self._answer, self._clock)
        counts = tally(self._journal, self._clock.now())
        _must((counts.waiting, counts.confirmed) == (0, 1), "the receipt did not confirm the dose")
        return "1 recorded = 0 waiting + 1 confirmed"

    def verify(self) -> str:
        """Both ends prove what they hold."""
        from fieldapp.hub.verify import verify as prove_hub
        from fieldapp.journal.verify import verify as prove_journal

        problems = list(prove_journal(self._journal).problems)
        if self._answer is not None:
            problems += prove_hub(self._hub).problems
        _must(not problems, "; ".join(problems))
        return "chain, receipts and views agree"

    @cached_property
    def _practice(self) -> Practice:
        return practice_on(self._journal, self._clock)

    def print_card(self) -> str:
        """The person's signed card as PDF."""
        from fieldapp.ui.print.drawing import pdf_bytes

        content = pdf_bytes(self._card())
        _must(content.startswith(b"%PDF-"), "the card is no PDF")
        return f"{len(content):,} bytes of PDF"

    def read_card(self) -> str:
        """The code of the card, read from a picture of it and proven."""
        from fieldapp.ui.print.drawing import png_bytes
        from fieldapp.ui.scanner.decode import codes_in_file

        if not self._joined:
            raise NotReached  # only a laptop of a hub signs
        picture = self._folder / "card.png"
        picture.write_bytes(png_bytes(self._card(), _DOTS_PER_MM))
        verdict = check_card(self._journal, codes_in_file(picture), self._clock).verdict
        _must(verdict is CardVerdict.VALID, f"the code of the card is {verdict.value}")
        return "its code is read and genuine"

    def _card(self) -> Paper:
        from fieldapp.cli.selftest.windows import app
        from fieldapp.ui.print.card_paper import A5, card_paper

        if self._client is None:
            raise NotReached
        app()
        return card_paper(vaccination_card(self._practice, self._client), load_catalogue(), A5)

    def close(self) -> None:
        """Let the journal go, so that its folder can be removed."""
        if self._opened is not None:
            self._opened[0].close()


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Lacking(otherwise, INSTALL_AGAIN)

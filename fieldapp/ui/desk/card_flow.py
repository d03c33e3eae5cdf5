"""From a scanned card to the person whose doses it proves, or to why nothing is taken from it.

A proven card waits until its person is at the desk: found, chosen or registered. It is forgotten
with whatever else comes first, so that its doses never reach somebody else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType

from fieldapp.actions.card.check import CheckedCard, check_card
from fieldapp.actions.card.owner import Owners, owners_of
from fieldapp.actions.card.refusals import refusal_of
from fieldapp.actions.card.take_over import TakenOver, take_over_card
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.scan import Scan
from fieldapp.ui.desk import present_card, present_people
from fieldapp.ui.desk.means import Means
from fieldapp.ui.words import tr
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card import HealthCard, join_pieces


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the desk goes on: with this person, or with the form for somebody new; `added`:
    something is in the journal that was not."""

    choose: Callable[[bytes], None]
    register: Callable[[Scan], None]
    added: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Proven:
    card: HealthCard
    team: str


class CardFlow:
    """One card at a time; an answer that comes after another scan is dropped."""

    def __init__(self, means: Means, ways: Ways) -> None:
        self._means, self._ways = means, ways
        self._pieces: tuple[str, ...] = ()
        self._asked: Scan | None = None
        self._proven: _Proven | None = None

    def scanned(self, scan: Scan, at_desk: bytes | None) -> None:
        """A card, or a piece of one, was scanned while this person was at the desk."""
        self._proven = None
        pieces, missing = self._joined(str(scan.fields["card"]))
        self._pieces = pieces if missing else ()
        if missing:
            words = tr("A part of a card. Parts still to scan: {n}.").format(n=missing)
            self._means.screen.scan.say(words, "info")
            return
        self._asked = scan
        journal, clock = self._means.journal, self._means.practice.clock

        def work() -> tuple[CheckedCard, Owners | None]:
            found = check_card(journal, pieces, clock)
            proven = refusal_of(found) is None and found.card is not None
            owners = owners_of(journal, found.card, at_desk) if proven and found.card else None
            return found, owners

        self._means.do(work, lambda answer: self._checked(scan, *answer))

    def _joined(self, text: str) -> tuple[tuple[str, ...], int]:
        try:
            return join_pieces(self._pieces, text)
        except Undecodable:
            return (text,), 0  # the check says what is wrong with it

    def forget(self) -> None:
        """Something else was scanned, or the desk was cleared."""
        self._pieces, self._asked, self._proven = (), None, None

    def _checked(self, scan: Scan, found: CheckedCard, owners: Owners | None) -> None:
        if scan is not self._asked:
            return
        screen, practice = self._means.screen, self._means.practice
        refused = refusal_of(found)
        if refused is not None:
            screen.show_card(present_card.refused_card(found, refused, practice.catalogue))
            screen.scan.say(present_card.verdict_title(found.verdict), "stop")
        elif found.card is not None and owners is not None:
            self._proven = _Proven(found.card, found.issuer.name if found.issuer else "")
            self._find_owner(scan, self._proven, owners)

    def _find_owner(self, scan: Scan, proven: _Proven, owners: Owners) -> None:
        screen = self._means.screen
        if owners.sure:
            self._ways.choose(owners.people[0].client_id)
        elif owners.people:
            screen.show_hits(present_people.hits(owners.people, self._means.today()))
            words = tr("Valid card of {name}, signed by {team}. Whose is it?")
            screen.scan.say(words.format(name=proven.card.name, team=proven.team), "info")
        else:
            self._ways.register(prefilled(scan, proven.card))
            words = tr("Valid card, signed by {team}. Its doses are added when this is saved.")
            screen.scan.say(words.format(team=proven.team), "ok")

    def chosen(self, client_id: bytes) -> None:
        """Somebody is at the desk: what was proven is theirs."""
        proven, self._proven = self._proven, None
        if proven is None:
            return
        practice, user = self._means.practice, self._means.user
        self._means.do(
            lambda: take_over_card(practice, client_id, proven.card, user=user),
            lambda taken: self._taken(proven, taken),
        )

    def _taken(self, proven: _Proven, taken: TakenOver) -> None:
        words, tone = present_card.taken_words(proven.team, taken, self._means.practice.catalogue)
        self._means.screen.scan.say(words, tone)
        if taken.added:
            self._ways.added()


def prefilled(scan: Scan, card: HealthCard) -> Scan:
    """The scan with what a proven card says of its person, for the form."""
    born = {"birth_date": card.born} if card.birth_known_to is Precision.DAY and card.born else {}
    return replace(scan, fields=MappingProxyType({**scan.fields, "name": card.name, **born}))

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal.entries import first_break, position_of
from fieldapp.journal.erasure import orders
from fieldapp.journal.erasure.difference import work_out
from fieldapp.journal.journal import Journal
from fieldapp.journal.rebuild import digest, rebuild
from fieldapp.journal.verify import verify
from fieldapp.wire import facts
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.erasures import Erasure
from fieldapp.wire.facts import Fact
from tests.journal.laptop import NURSE, Laptop, dose_of, give, register

WORDS = st.sampled_from(["测试甲", "曾测试", "Test Person", "吕", "", "欧阳测", "test"])
NUMBERS = st.sampled_from(["TEST1", "TEST2", "13800000001"])
KINDS = (
    "register", "dose", "not-given", "void", "amend-name", "amend-documents", "amend-dose",
    "move-dose", "link", "unlink", "vial", "close-vial", "session", "close-session", "user",
    "end-user", "keep-vial", "known-from", "explain", "epoch", "end-watch", "resume-watch",
    "reaction",
    "amend-reaction", "withdraw-reaction", "equip", "reconcile", "fee", "refund", "waive",
    "call", "withdraw-call", "wish", "erase",
)  # fmt: skip
STEP = st.tuples(st.sampled_from(KINDS), st.integers(0, 50), st.integers(0, 50), WORDS, NUMBERS)


class History:
    """A journal to which random facts are added, and what they may refer to."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.clients = [register(journal)]
        self.doses = [give(journal, self.clients[0])]
        self.vials: list[bytes] = []
        self.reactions: list[bytes] = []
        self.fees: list[bytes] = []
        self.calls: list[bytes] = []

    def add(self, kind: str, a: int, b: int, word: str, number: str) -> None:
        if kind == "epoch":
            self.journal.begin_epoch("restored")
            return
        if kind == "erase":
            self.erase(a, b)
            return
        (recorded,) = self.journal.append([self.fact(kind, a, b, word, number)], user=NURSE.login)
        kept = {
            "register": self.clients,
            "dose": self.doses,
            "vial": self.vials,
            "reaction": self.reactions,
            "fee": self.fees,
            "call": self.calls,
        }.get(kind)
        if kept is not None:
            kept.append(recorded.event_id)

    def erase(self, a: int, b: int) -> None:
        """Something about somebody goes, whatever refers to it."""
        lists = [self.clients, self.doses, self.vials, self.reactions, self.fees, self.calls]
        ids = lists[a % len(lists)] or self.clients
        pos = position_of(self.journal.db, ids[b % len(ids)])
        bare = self.journal.db.row("SELECT 1 FROM entry WHERE pos = ? AND body IS NULL", pos)
        if pos is not None and bare is None:
            found = work_out(self.journal.db, [pos]) if b % 2 else None
            with self.journal.transaction():
                own = [(pos, Erasure(1, 1_627_700_000, "pipl-47", ()))]
                orders._erase(self.journal, own, found)

    def fact(self, kind: str, a: int, b: int, word: str, number: str) -> Fact:
        one, other = self.pick(self.clients, a), self.pick(self.clients, b)
        dose = self.pick(self.doses, a)
        made: dict[str, Fact] = {
            "register": to_fact(
                ClientDetails(word, (Document("passport", number),) * 2, phone=number)
            ),
            "dose": dose_of(self.journal, self.clients[a % len(self.clients)], vial=self.vial(b)),
            "not-given": facts.DoseNotGiven(one, None, "fever", b, 480, 0),
            "void": facts.DoseVoided(dose, word),
            "amend-name": facts.ClientAmended(one, "name", None, word),
            "amend-documents": facts.ClientAmended(one, "documents", None, [[8, number]]),
            "amend-dose": facts.DoseAmended(dose, "lot", None, word),
            "move-dose": facts.DoseAmended(dose, "client", None, other),
            "known-from": facts.DoseKnownFrom(dose, word, word),
            "explain": facts.AmendmentExplained(dose if a % 2 else one, word, word),
            "link": facts.ClientLinked(one, other, word),
            "unlink": facts.ClientUnlinked(one, other, word),
            "vial": facts.VialOpened("v", word, None, b),
            "session": facts.SessionOpened(number, word, a, "p"),
            "close-session": facts.SessionClosed(number, word),
            "equip": facts.SessionEquipped(number, word, [[word, None], b], a, "CNY", a, b),
            "reconcile": facts.SessionReconciled(number, [[word, a]], a, b, "CNY", b, a),
            "fee": facts.FeeTaken(dose, 1, a, b, "CNY", word, number),
            "waive": facts.FeeWaived(dose, "unpaid", a, "CNY", word, word, word, number),
            "user": facts.UserAdded(number, word, "lead"),
            "end-user": facts.UserEnded(number),
            "end-watch": facts.WatchEnded(dose, word, word),
            "resume-watch": facts.WatchResumed(dose),
            "reaction": facts.ReactionReported(dose, [word], 480, b),
            "call": facts.CallMade(one, word, a, number, told=dose if b % 2 else None),
            "wish": facts.ContactWished(one, bool(a % 2), bool(b % 2)),
            "booking": facts.BookingAttended(a % 3, bytes([b % 3] * 5), bool(a % 2)),
        }
        vial = self.vial(a)
        if kind == "close-vial":
            return facts.VialClosed(self.journal.ref(vial), b, word) if vial else made["vial"]
        if kind == "keep-vial":
            return facts.VialKept(self.journal.ref(vial), b) if vial else made["vial"]
        if kind == "refund":
            fee = self.pick(self.fees, a) if self.fees else None
            return made["fee"] if fee is None else facts.FeeRefunded(fee, word, number)
        if kind == "withdraw-call":
            call = self.pick(self.calls, a) if self.calls else None
            return made["call"] if call is None else facts.CallWithdrawn(call, word)
        if kind in ("amend-reaction", "withdraw-reaction"):
            return self.later(kind, a, word) or made["reaction"]
        return made[kind]

    def later(self, kind: str, a: int, word: str) -> Fact | None:
        """What is said of a reaction afterwards; None while none was reported."""
        if not self.reactions:
            return None
        reaction = self.pick(self.reactions, a)
        if kind == "withdraw-reaction":
            return facts.ReactionWithdrawn(reaction, word)
        return facts.ReactionAmended(reaction, [["outcome", None, word], ["serious", None, word]])

    def pick(self, ids: list[bytes], index: int) -> facts.Ref:
        return self.journal.ref(ids[index % len(ids)])

    def vial(self, index: int) -> bytes | None:
        return self.vials[index % len(self.vials)] if self.vials else None


@settings(max_examples=40)
@given(steps=st.lists(STEP, max_size=30))
def test_rebuilt_projections_equal_the_live_ones(
    shared_laptop: Laptop, steps: list[tuple[str, int, int, str, str]]
) -> None:
    history = History(shared_laptop.opened[0])
    for kind, a, b, word, number in steps:
        history.add(kind, a, b, word, number)
    live = digest(history.journal)
    assert first_break(history.journal.db) is None
    assert rebuild(history.journal) == history.journal.db.number("SELECT count(*) FROM entry")
    assert digest(history.journal) == live


def test_a_digest_sees_every_table(journal: Journal) -> None:
    before = digest(journal)
    give(journal, register(journal))
    after = digest(journal)
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"client", "client_search", "course_change", "dose", "watch"}
    assert verify(journal).problems == ()

"""Makes the golden journal of a release: a backup with one of everything, opened by every build.

    python -m tests.journal.golden tests/data/journals/RELEASE.backup

Once committed a golden journal is never made again.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fieldapp.domain.client import Document, Sex
from fieldapp.journal import parcels
from fieldapp.journal.backup import backup
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.entries import all_entries
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.home import NewUser, TeamProfile, create_home, unlock
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.recalls import store_recalls
from fieldapp.wire import facts
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.facts import CURRENT
from fieldapp.wire.neighbour import Held, Parcel
from fieldapp.wire.recalls import Recall, RecallList, sign_recalls
from tests.hub.fake_laptop import FakeLaptop
from tests.journal.erasing import event, page
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol, receipt
from tests.journal.laptop import LOT, VACCINE, WEAK, FakeClock, give, open_vial, register

PIN = "golden-pin"
USER = NewUser("nurse.test", "Nurse Test", "recorder", PIN)


def fill(journal: Journal) -> None:
    """One of everything."""
    session = facts.SessionOpened("golden-0508", "Pier Test", 1, "cn-nhc-2021-03-29")
    journal.append([session], user=USER.login)
    person = register(
        journal,
        "曾金样",
        Document("cn-resident-id", "110105195307148313"),
        birth_date=date(1953, 7, 14),
        sex=Sex.MALE,
        phone="13800000001",
    )
    other = register(journal, "Golden Sample", Document("passport", "TEST1"))
    vial = open_vial(journal)
    give(journal, person, vial=vial, row=bytes(16))
    wrong = give(journal, other, vial=vial)
    ref = journal.ref
    fainted = facts.ReactionReported(ref(wrong), ["syncope"], 480, 27_007_001, False)
    (reaction,) = journal.append([fainted], user=USER.login)
    rest: list[facts.Fact] = [
        facts.WatchEnded(ref(wrong), "well"),
        facts.WatchResumed(ref(wrong)),
        facts.ReactionAmended(ref(reaction.event_id), [["outcome", None, "recovered"]]),
        facts.ReactionWithdrawn(ref(reaction.event_id), "wrong-person"),
        facts.DoseVoided(ref(wrong), "wrong-person"),
        facts.DoseNotGiven(ref(other), None, "fever", 27_007_000, 480, 0),
        facts.ClientAmended(ref(other), "phone", None, "13900000009"),
        facts.ClientLinked(ref(person), ref(other), "same face"),
        facts.ClientUnlinked(ref(person), ref(other), "not the same"),
        facts.VialClosed(ref(vial), 4, "session-end"),
        facts.SessionClosed("golden-0508"),
    ]
    journal.append(rest, user=USER.login)
    enrol(journal)
    store_receipt(journal, receipt(journal.head()))
    journal.begin_epoch("rollback-noticed")
    late = give(journal, person)
    journal.append([facts.DoseAmended(ref(late), "lot", None, "TEST-0002")], user=USER.login)
    kept = facts.VialKept(ref(open_vial(journal)), 3)
    journal.append([kept, *_the_rest(ref(late), ref(person))], user=USER.login)
    _taken_back(journal, late, person)
    _from_outside(journal, register(journal, "Golden Gone", Document("passport", "TEST9")))


def _taken_back(journal: Journal, dose: bytes, person: bytes) -> None:
    """A fee and a call, and that neither was right."""
    (fee, call) = journal.append(
        [
            facts.FeeTaken(
                journal.ref(dose), 1, 1, 10_000, "CNY", "golden-rule", None, "Golden Payer"
            ),
            facts.CallMade(
                journal.ref(person), VACCINE, 2, "moved", 18_800, None, "away", "golden"
            ),
        ],
        user=USER.login,
    )
    taken_back: list[facts.Fact] = [
        facts.FeeRefunded(journal.ref(fee.event_id), "voided"),
        facts.CallWithdrawn(journal.ref(call.event_id), "wrong-person"),
    ]
    journal.append(taken_back, user=USER.login)


def _the_rest(dose: facts.Ref, client: facts.Ref) -> Iterator[facts.Fact]:
    """Facts of the rooms beside the desk."""
    yield facts.UserAdded("lead.test", "Lead Test", "lead")
    yield facts.UserEnded("lead.test")
    yield facts.IssuingKeyMade(bytes(range(64)))
    yield facts.SessionOpened("golden-0509", "Pier Test", 2, "cn-nhc-2021-03-29", "110105")
    yield facts.SessionEquipped("golden-0509", "boat", [["lead.test", "lead"]], 5_000, "CNY")
    yield facts.StockMoved("received", VACCINE, LOT, 19_000, 5, 50, "golden-0509", code="GOLD1")
    yield facts.LotHeld(VACCINE, LOT, "too-warm", None, "box 1", 1_620_440_000, 45)
    yield facts.LotReleased(VACCINE, LOT, "maker-says-good", "golden", "lead.test")
    yield facts.LotRecalled(VACCINE, "TEST-0009", "Notice 4")
    yield facts.RecallWithdrawn(VACCINE, "TEST-0009", "mistake")
    yield facts.TemperaturesRead("box 1", 480, 1_620_440_000, [45, 46, 44], [600, 600])
    yield facts.TemperaturesCounted("box 1", 480, 1_620_440_000, 1_620_450_000, "high", 60, "L1")
    yield facts.WorkbookWritten("golden-0509", b"golden workbook.", 12)
    yield facts.SessionReconciled("golden-0509", [], 5_000, 5_000, "CNY", 3, 0)
    yield facts.DoseKnownFrom(dose, "paper-card", "Golden Clinic")
    yield facts.AmendmentExplained(dose, "misread", "lead.test")
    yield facts.OverrideVouched(dose, "lead.test")
    yield facts.FeeWaived(
        dose, "waived", 10_000, "CNY", "golden-rule", "hardship", "lead.test", "golden-0509"
    )
    yield facts.ContactWished(client, calls=True, messages=False)
    yield facts.BookingAttended(3, b"gold5", came=True)


def _from_outside(journal: Journal, gone: bytes) -> None:
    """What the hub and a neighbour brought: a recall, an erasure that is carried out, a parcel."""
    store_receipt(journal, receipt(journal.head(), at=1_620_450_000))
    noticed = Recall(VACCINE, "TEST-0010", 1_620_450_000, "quality", "Notice 5")
    listed = RecallList(ENROLMENT.hub_id, 1_620_450_000, 1_620_450_000, (noticed,))
    store_recalls(journal, sign_recalls(listed, HUB_KEY))
    take_page(journal, page([(1, [event(journal, gone)])], 0))
    neighbour = FakeLaptop(8, epoch=b"epoch-gn").start()
    sealed = neighbour.pages()
    place = Held(neighbour.epoch, 1, neighbour.seq, neighbour.hash_at(neighbour.seq), 0)
    bundle = write_bundle(sealed, ENROLMENT.hub_box_key)
    parcels.take(journal, neighbour.device, Parcel(place, bundle))


def _missing(journal: Journal) -> set[str]:
    """The facts that this program writes and the journal does not hold."""
    held = {type(entry.fact) for entry in all_entries(journal.db)}
    return {kind.__name__ for kind in CURRENT if kind not in held}


def main(file: Path) -> None:
    """Write the golden journal of this release; refuses where a fact is forgotten."""
    with tempfile.TemporaryDirectory() as folder:
        home, clock = Path(folder) / "home", FakeClock()
        team = TeamProfile("Golden Boat", "boat")
        create_home(home, team, [USER], NoSecrets(), clock, kdf=WEAK)
        journal = open_journal(home, unlock(home, USER.login, PIN, NoSecrets(), clock), clock)
        fill(journal)
        assert not _missing(journal), _missing(journal)
        backup(journal, file)
        journal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

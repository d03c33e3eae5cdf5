"""Makes the golden journal of a release: a backup with one of everything, opened by every build.

    python -m tests.journal.golden tests/data/journals/RELEASE.backup

Once committed a golden journal is never made again.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from fieldapp.domain.client import Document, Sex
from fieldapp.journal.backup import backup
from fieldapp.journal.device_secrets import NoSecrets
from fieldapp.journal.home import NewUser, TeamProfile, create_home, unlock
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.wire import facts
from tests.journal.hub import enrol, receipt
from tests.journal.laptop import WEAK, FakeClock, give, open_vial, register

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


def main(file: Path) -> None:
    """Write the golden journal of this release."""
    with tempfile.TemporaryDirectory() as folder:
        home, clock = Path(folder) / "home", FakeClock()
        team = TeamProfile("Golden Boat", "boat")
        create_home(home, team, [USER], NoSecrets(), clock, kdf=WEAK)
        journal = open_journal(home, unlock(home, USER.login, PIN, NoSecrets(), clock), clock)
        fill(journal)
        backup(journal, file)
        journal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

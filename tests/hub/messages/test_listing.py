"""What went out is listed, newest first, without anybody's name."""

from __future__ import annotations

from fieldapp.hub.messages import listing
from fieldapp.hub.messages.gateways.gateway import Answer, Fate
from tests.hub.messages.clinic import Clinic


def test_lines_and_totals(clinic: Clinic) -> None:
    for number in range(3):
        clinic.vaccinate(f"王{number}", f"+861391234567{number}")
    clinic.scripted.answers = [Answer(Fate.NEVER, why="400 Not routable")]
    clinic.run()
    with clinic.world.store.reading() as connection:
        assert listing.totals(connection) == {"failed": 1, "sent": 2}
        everything = listing.lines(connection)
        (failed,) = listing.lines(connection, "failed")
        assert len(listing.lines(connection, most=2)) == 2
    assert [line.state for line in everything] == ["sent", "sent", "failed"]
    assert (failed.why, failed.kind, failed.dose) == ("400 Not routable", "due", 2)
    assert set(failed.as_json()) >= {"person", "course", "state", "parts", "sent_s"}
    assert "王" not in repr(everything)

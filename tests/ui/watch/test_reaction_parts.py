"""Boxes are ticked by number; serious is unanswered until somebody answers."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.watch.reaction_parts import Boxes, ReactionBoxes, SeriousBox

ENTRIES = tuple((f"code-{n}", f"words {n}") for n in range(12))


def test_boxes_are_ticked_and_cleared_by_number(qtbot: QtBot) -> None:
    boxes = Boxes(3, "")
    qtbot.addWidget(boxes)
    boxes.offer(ENTRIES[:9])
    with qtbot.waitSignal(boxes.changed):
        boxes.toggle(2)
    boxes.toggle(9)
    boxes.toggle(10)
    assert list(boxes.ticked) == ["code-1", "code-8"]
    boxes.toggle(2)
    assert list(boxes.ticked) == ["code-8"]
    assert boxes.boxes["code-8"].accessibleName() == "words 8"


def test_the_rest_of_the_list_is_ticked_from_the_drop_down(qtbot: QtBot) -> None:
    seen = ReactionBoxes()
    qtbot.addWidget(seen)
    seen.offer(ENTRIES)
    seen.tick(("code-0",))
    assert seen.rest.count() == 4
    with qtbot.waitSignal(seen.changed):
        seen.rest.activated.emit(2)
    assert list(seen.ticked) == ["code-0", "code-10"]
    assert seen.rest.currentText() == "words 10"
    seen.rest.activated.emit(2)
    assert list(seen.ticked) == ["code-0"]


def test_a_code_of_a_newer_program_is_kept(qtbot: QtBot) -> None:
    seen = ReactionBoxes()
    qtbot.addWidget(seen)
    seen.offer(ENTRIES)
    seen.tick(("code-3", "from-the-future"))
    assert seen.ticked == ("code-3", "from-the-future")
    assert "from-the-future" in seen.rest.currentText()


def test_serious_is_no_answer_a_no_or_the_reasons(qtbot: QtBot) -> None:
    box = SeriousBox()
    qtbot.addWidget(box)
    box.criteria.offer(ENTRIES[:6])
    assert box.serious == ""
    box.say_no()
    assert (box.serious, box.criteria.ticked) == ("no", ())
    box.criteria.toggle(2)
    assert (box.serious, box.none.isChecked()) == ("yes", False)
    box.say_no()
    assert (box.serious, box.criteria.ticked) == ("no", ())

"""Promises about whom to call when a laptop is silent."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.hub.telephones import BadTelephone, note_telephone, telephones
from tests.hub.conftest import World

TODAY = date(2021, 6, 30)


def test_a_number_is_kept_as_it_can_be_dialled_and_the_last_one_stands(world: World) -> None:
    one, other = world.laptop(b"epoch-01").device, world.laptop(b"epoch-02").device
    with world.store.writing() as connection:
        assert note_telephone(connection, one, "0537-3214567", TODAY) == "+865373214567"
        assert note_telephone(connection, one, "138 0000 0007", TODAY) == "+8613800000007"
        assert note_telephone(connection, other, "00234 803 555 8841", TODAY) == "+2348035558841"
        assert telephones(connection, [one]) == {one: "+8613800000007"}
        assert note_telephone(connection, other, "", TODAY) == ""
        assert telephones(connection, [one, other]) == {one: "+8613800000007"}


@pytest.mark.parametrize("typed", ["12", "call Lu Qing", "110", "+0 1234 5678"])
def test_what_cannot_be_dialled_is_refused_and_changes_nothing(world: World, typed: str) -> None:
    laptop = world.laptop().device
    with world.store.writing() as connection:
        note_telephone(connection, laptop, "13800000007", TODAY)
        with pytest.raises(BadTelephone):
            note_telephone(connection, laptop, typed, TODAY)
        assert telephones(connection, [laptop]) == {laptop: "+8613800000007"}

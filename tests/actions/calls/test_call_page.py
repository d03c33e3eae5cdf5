from __future__ import annotations

import json
import re

import pytest

from fieldapp.actions.calls.call_page import call_page, script_for
from fieldapp.actions.consult import ClientGone
from fieldapp.domain.call import Outcome
from fieldapp.resource_files import resource_path
from tests.actions.calls.conftest import Team
from tests.journal.laptop import NURSE

SCRIPTS = json.loads(resource_path("calls", "scripts.json").read_text("utf-8"))["scripts"]
TELLING = re.compile(
    "vaccin|vakzin|covid|corona|shot|jab|inject|virus|hepat|influenza|measles|doses?\\b|"
    "疫苗|接种|新冠|病毒|针|剂|ワクチン|接種|백신|접종|прививк|вакцин|vắc|tiêm|لقاح|تطعيم|disease|病",
    re.IGNORECASE,
)


def test_the_page_has_the_dose_that_is_due_and_every_call(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.list()
    made = team.calls(client, Outcome.NO_ANSWER)
    page = call_page(team.practice, client)
    assert page.entry is not None
    assert page.entry.course.dose == 2
    assert [call.call_id for call in page.calls] == [made]
    assert page.callers[NURSE.login] == NURSE.name


def test_when_nothing_is_due_any_more_the_page_says_so(team: Team) -> None:
    client = team.knows("王建国", 30, 2)
    team.list()
    assert call_page(team.practice, client).entry is None


def test_nobody_who_is_not_here_has_a_page(team: Team) -> None:
    with pytest.raises(ClientGone):
        call_page(team.practice, bytes(32))


@pytest.mark.parametrize("language", SCRIPTS)
def test_no_script_names_a_vaccine_or_a_disease(language: str) -> None:
    for words in SCRIPTS[language].values():
        assert not TELLING.search(words), words


def test_the_script_is_in_the_persons_language_and_has_the_days(team: Team) -> None:
    client = team.knows("Anna", 30, language="ru")
    entry = team.entry(client)
    assert entry is not None
    script = script_for(entry, team="Boat Test", caller="Li Na", today=team.today)
    assert script.in_theirs
    assert "Anna" in script.greeting
    assert "1.8" in script.to_them
    assert "27.8" in script.to_them


def test_where_there_is_none_it_is_the_callers(team: Team) -> None:
    client = team.knows("Anna", 70, language="xx")
    entry = team.entry(client)
    assert entry is not None
    script = script_for(entry, team="T", caller="L", today=team.today, fallback="zh")
    assert not script.in_theirs
    assert "已经过了" in script.to_them

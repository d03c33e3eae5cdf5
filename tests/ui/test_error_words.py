"""A failure is told in three sentences: happened, safe, next; in the language of the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from fieldapp.actions.backlog.limits import TooLarge, UnreadableFile
from fieldapp.journal.errors import TooManyTries, WrongPin
from fieldapp.sync.errors import HubUnreachable
from fieldapp.ui import language
from fieldapp.ui.error_words import advice, happened, in_words, sentence


def test_all_three_sentences_come_in_their_order() -> None:
    error = HubUnreachable()
    assert in_words(error) == f"{error.happened} {error.safe} {error.next_step}"


def test_the_chinese_sentences_have_the_same_numbers_in_them(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    assert happened(TooManyTries(wait_s=30)) == "密码错误次数过多。30秒后可再试。"
    assert "请在8秒后再试。" in advice(WrongPin(wait_s=8))
    assert "询问队长" in advice(WrongPin(wait_s=0))


def test_the_reason_in_a_sentence_is_in_its_language_too(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    said = happened(TooLarge(file="backlog.csv", why="it is larger than 64 MB"))
    assert said == "无法读取文件 backlog.csv：文件超过 64 MB。"
    assert "No space left" in happened(UnreadableFile(file="a.csv", why="No space left"))


def test_in_chinese_no_space_stands_between_them(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    assert "。" in in_words(HubUnreachable())
    assert " " not in in_words(HubUnreachable())


def test_what_nobody_translated_is_shown_as_it_is(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    assert sentence("Made up for this test.") == "Made up for this test."

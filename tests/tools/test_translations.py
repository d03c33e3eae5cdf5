"""Every sentence is there in every language, and the app loads what was translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.translations import (
    FOLDER,
    PLURAL_FORMS,
    Message,
    compile_file,
    messages,
    needed,
    read,
    write,
)

AGAIN = "run `python -m tools.translations` and translate what it says is unfinished"


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_no_sentence_is_left_untranslated(language: str) -> None:
    finished = read(FOLDER / f"fieldapp_{language}.ts")
    wanted = needed(language, messages())
    missing = [message for message in wanted if not all(finished.get(message, [""]))]
    assert not missing, AGAIN


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_no_translation_outlives_its_sentence(language: str) -> None:
    finished = read(FOLDER / f"fieldapp_{language}.ts")
    assert finished.keys() <= set(needed(language, messages())), AGAIN


def test_what_is_filled_in_stays_the_same_in_every_language() -> None:
    """A translation that loses {n}, or invents one, would show wrong words or none."""
    holes = re.compile(r"\{\w+\}|%n")
    for language in PLURAL_FORMS:
        for message, forms in read(FOLDER / f"fieldapp_{language}.ts").items():
            for form in forms:
                assert set(holes.findall(form)) == set(holes.findall(message.source)), form


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_the_compiled_file_is_that_of_the_translations(language: str, tmp_path: Path) -> None:
    source, compiled = FOLDER / f"fieldapp_{language}.ts", tmp_path / "made.qm"
    compile_file(source, compiled)
    assert compiled.read_bytes() == source.with_suffix(".qm").read_bytes(), AGAIN


def test_in_chinese_an_operation_has_one_name_everywhere() -> None:
    """It is 场次, on every screen, page and guide."""
    words = [FOLDER / "fieldapp_zh_CN.ts", FOLDER.parent / "hub" / "words" / "zh-CN.json"]
    for file in [*words, *(FOLDER.parent / "guides" / "zh_CN").glob("*.md")]:
        assert not re.search("行动|任务", file.read_text(encoding="utf-8")), file.name


def test_sentences_are_found_wherever_the_code_has_them(tmp_path: Path) -> None:
    screens = tmp_path / "fieldapp" / "ui"
    screens.mkdir(parents=True)
    (screens / "words.py").write_text('KINDS = {"gs1": "Vial"}\ntr(KINDS.get(k, "Text"))\n')
    (screens / "page.py").write_text(
        'class Page:\n    def f(self):\n        self.tr("%n dose(s)", "", 2)\n'
        '        translate("language", "{n} min")\n'
    )
    (tmp_path / "fieldapp" / "errors.py").write_text('class E:\n    happened = "It broke."\n')
    (tmp_path / "fieldapp" / "actions").mkdir()
    (tmp_path / "fieldapp" / "actions" / "a.py").write_text('raise E(why="it is too short")\n')
    assert messages(tmp_path) == {
        Message("words", "Vial"),
        Message("words", "Text"),
        Message("Page", "%n dose(s)", plural=True),
        Message("language", "{n} min"),
        Message("errors", "It broke."),
        Message("errors", "it is too short"),
    }


def test_new_sentences_wait_and_finished_ones_stay(tmp_path: Path) -> None:
    file = tmp_path / "fieldapp_zh_CN.ts"
    old, new = Message("Page", "Desk"), Message("Page", "Sync")
    assert write(file, "zh_CN", {old, new}, {old: ["接种台"]}) == 1
    assert read(file) == {old: ["接种台"]}

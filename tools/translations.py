"""Keeps resources/translations in step with the code: `python -m tools.translations`.

Collects every sentence of the screens, adds new ones to the .ts files as unfinished, drops what is
gone, and compiles the .qm files. English needs a file only for its plurals.

Where sentences stand: self.tr("...") in a class of the screens (context: the class), tr("...") and
the tables of every words.py of the screens ("words"), translate("context", "..."), and the
sentences of expected failures and of the sync log, wherever a screen may show them ("errors").
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
PLURAL_FORMS = {"en": 2, "zh_CN": 1}
_WITHOUT_A_SCREEN = ("hub", "cli")
_IN_NO_WORDS = ("wire",)
"""What is wrong with the bytes themselves is told in English, for who mends it."""
_SENTENCES_OF_ERRORS = {
    "happened", "safe", "next_step", "DONE", "JOINED", "WRITTEN", "READ",
    "RETURNED", "PUT_BACK", "PARTED", "WENT_ON", "MET", "NOT_BELIEVED", "MORE_CAME", "NEWS_LATER",
    "SENT_AGAIN",
}  # fmt: skip


@dataclass(frozen=True, order=True)
class Message:
    """One sentence to translate; `plural` when it counts something with %n."""

    context: str
    source: str
    plural: bool = False


def messages(root: Path = ROOT) -> set[Message]:
    """Every sentence in the code."""
    found: set[Message] = set()
    for path in sorted((root / "fieldapp").rglob("*.py")):
        inside = path.relative_to(root / "fieldapp").parts
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if inside[0] == "ui":
            found.update(_screen_sentences(tree, ""))
        if inside[0] == "ui" and inside[-1] == "words.py":
            found.update(_table_sentences(tree))
        if inside[0] not in _WITHOUT_A_SCREEN:
            found.update(_error_sentences(tree))
        if inside[0] not in (*_WITHOUT_A_SCREEN, *_IN_NO_WORDS):
            found.update(_reasons(tree))
    return found


def _screen_sentences(node: ast.AST, context: str) -> Iterator[Message]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _called(child, context)
        inner = child.name if isinstance(child, ast.ClassDef) else context
        yield from _screen_sentences(child, inner)


def _called(call: ast.Call, context: str) -> Iterator[Message]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    texts = [_text(argument) for argument in call.args]
    if name == "tr" and texts:
        where = context if isinstance(call.func, ast.Attribute) else "words"
        for source in [texts[0]] if texts[0] else _defaults(call.args[0]):
            yield Message(where, source, plural=len(texts) == 3)
    if name == "translate" and len(texts) >= 2 and texts[0] and texts[1]:
        yield Message(texts[0], texts[1], plural=len(texts) == 4)


def _defaults(node: ast.expr) -> Iterator[str]:
    """The sentences that stand in for a missing one: tr(_TABLE.get(code, "..."))."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call) and len(inner.args) == 2:
            default = _text(inner.args[1])
            if default:
                yield default


def _table_sentences(tree: ast.Module) -> Iterator[Message]:
    for statement in tree.body:
        value = getattr(statement, "value", None)
        if isinstance(value, ast.Dict):
            for text in map(_text, value.values):
                if text:
                    yield Message("words", text)


def _error_sentences(tree: ast.Module) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets = {getattr(t, "id", getattr(t, "attr", "")) for t in node.targets}
            text = _text(node.value)
            if text and targets & _SENTENCES_OF_ERRORS:
                yield Message("errors", text)


def _reasons(tree: ast.Module) -> Iterator[Message]:
    """What fills `{why}` in a sentence of an error."""
    for node in ast.walk(tree):
        for given in node.keywords if isinstance(node, ast.Call) else ():
            if given.arg == "why" and _text(given.value):
                yield Message("errors", _text(given.value))


def _text(node: ast.expr) -> str:
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return str(node.value) if constant and isinstance(node, ast.Constant) else ""


def needed(language: str, found: set[Message]) -> list[Message]:
    """What a language's file holds: everything, or for English the plurals."""
    return sorted(m for m in found if language != "en" or m.plural)


def read(path: Path) -> dict[Message, list[str]]:
    """The finished translations of a .ts file; plurals have one text a form."""
    finished: dict[Message, list[str]] = {}
    for context in Xml.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            key = Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.get("numerus") == "yes",
            )
            finished[key] = forms or [translation.text or ""]
    return finished


def write(
    path: Path, language: str, found: set[Message], known: Mapping[Message, list[str]]
) -> int:
    """Write a .ts file; returns how many sentences are still unfinished."""
    root, unfinished, contexts = Xml.Element("TS", version="2.1", language=language), 0, {}
    for message in needed(language, found):
        if message.context not in contexts:
            contexts[message.context] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[message.context], "name").text = message.context
        element = Xml.SubElement(contexts[message.context], "message")
        Xml.SubElement(element, "source").text = message.source
        translation = Xml.SubElement(element, "translation")
        forms = known.get(message)
        if forms is None:
            unfinished += 1
            translation.set("type", "unfinished")
            forms = [""] * (PLURAL_FORMS[language] if message.plural else 1)
        if message.plural:
            element.set("numerus", "yes")
            for form in forms:
                Xml.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    Xml.indent(root)
    text = Xml.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
    return unfinished


def compile_file(source: Path, target: Path) -> None:
    """Compile a .ts file into the .qm file that the app loads; who reads the old one goes on."""
    program, fresh = Path(sys.executable).with_name("pyside6-lrelease"), target.with_suffix(".new")
    subprocess.run([program, "-silent", source, "-qm", fresh], check=True)
    fresh.replace(target)


def main() -> int:
    """Bring all languages up to date; 1 while a sentence waits for its translation."""
    found, waiting = messages(), 0
    for language in PLURAL_FORMS:
        path = FOLDER / f"fieldapp_{language}.ts"
        known = read(path) if path.exists() else {}
        unfinished = write(path, language, found, known)
        compile_file(path, path.with_suffix(".qm"))
        print(f"{path.name}: {len(needed(language, found))} sentences, {unfinished} unfinished")
        waiting += unfinished
    return int(waiting > 0)


if __name__ == "__main__":
    sys.exit(main())

"""What Windows is told: a manifest that is well-formed, and a version of four numbers."""

from __future__ import annotations

import ast
from xml.etree import ElementTree

from fieldapp import __version__
from tools.desktop.windows import MANIFEST, four_numbers, version_resource


def test_the_manifest_asks_for_sharp_screens_long_paths_and_no_administrator() -> None:
    told = {part.tag.partition("}")[2]: part for part in ElementTree.fromstring(MANIFEST).iter()}
    assert told["dpiAwareness"].text == "PerMonitorV2"
    assert told["longPathAware"].text == "true"
    assert told["activeCodePage"].text == "UTF-8"
    assert told["requestedExecutionLevel"].get("level") == "asInvoker"


def test_the_version_resource_is_an_expression_as_pyinstaller_reads_it() -> None:
    text = version_resource(__version__, "0123abc")
    assert isinstance(ast.parse(text, mode="eval").body, ast.Call)
    assert f"'{__version__} (0123abc)'" in text
    assert f"filevers={four_numbers(__version__)}" in text


def test_windows_counts_in_four_numbers() -> None:
    assert four_numbers("1.20.3") == (1, 20, 3, 0)

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.actions.export_sessions import NoSessionYet
from fieldapp.actions.load_vials import Load
from fieldapp.ui.session.page_file import write_page
from tests.actions.operation import A, operation_on
from tests.journal.laptop import Laptop
from tests.ui.print.papers import pages


def test_the_page_of_the_session_is_one_readable_pdf(
    qapp: object, laptop: Laptop, tmp_path: Path
) -> None:
    operation = operation_on(laptop).start(Load(A, 15))
    file = write_page(operation.practice, tmp_path / "exports")
    (text,) = pages(file.read_bytes())
    assert "Boat 3" in text and "0417" in text and "Nanyang pier" in text


def test_without_a_session_there_is_no_page(laptop: Laptop, tmp_path: Path) -> None:
    with pytest.raises(NoSessionYet):
        write_page(operation_on(laptop).practice, tmp_path)

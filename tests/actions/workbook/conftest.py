"""A team at its session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.actions.operation import Operation
from tests.actions.workbook.made_up import Field


@pytest.fixture
def field(operation: Operation, tmp_path: Path) -> Field:
    return Field(operation, tmp_path)

"""Promises of tables as JSON: every name in every row, and a schema that says so."""

from __future__ import annotations

import pytest

from fieldapp.hub.api.rows import answer_schema, objects, row_schema


def test_every_row_has_every_name() -> None:
    assert objects(("a", "b"), [(1, None), ("x", 2.5)]) == [
        {"a": 1, "b": None}, {"a": "x", "b": 2.5},
    ]  # fmt: skip
    with pytest.raises(ValueError, match="zip"):
        objects(("a", "b"), [(1,)])


def test_the_schema_names_every_column_and_what_it_holds() -> None:
    schema = row_schema(("a", "b", "c"), whole=("a",), fractions=("b",))
    assert schema["required"] == ["a", "b", "c"]
    kinds = {name: told["type"][0] for name, told in schema["properties"].items()}
    assert kinds == {"a": "integer", "b": "number", "c": "string"}
    answer = answer_schema(schema, next={"type": "string"})
    assert answer["required"] == ["rows", "next"]

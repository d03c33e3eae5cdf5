"""Promises about the two forms of the table of frames."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint

from fieldapp.hub import schema
from fieldapp.hub.frame_table import in_parts


def test_both_forms_hold_the_same() -> None:
    parted = in_parts(schema.device.c.no)
    for one, other in zip(schema.frame.columns, parted.columns, strict=True):
        assert (one.name, str(one.type)) == (other.name, str(other.type))
        assert one.nullable == other.nullable


def test_every_key_of_the_parts_names_the_device_and_the_time_of_arrival() -> None:
    parted = in_parts(schema.device.c.no)
    keys = [parted.primary_key, *(c for c in parted.constraints if isinstance(c, UniqueConstraint))]
    for key in keys:
        assert {"device", "received_s"} <= set(key.columns.keys())

"""Chinese drug trace codes: 20 digits, one for each smallest pack. Knows no catalogue.

There is no public check digit: what stands behind the prefix is looked up by whoever has a
catalogue.
"""

from __future__ import annotations

from datetime import date

from fieldapp.domain.documents.reading import Reading, compact, refused, shape_fault

_USUAL_START = "8"  # all codes of the common platform open with it


def read(text: str, today: date) -> Reading:
    """Read a code; the first 7 digits name the drug. Another start than 8 is only a warning,
    because the standard does not forbid it."""
    code = compact(text)
    fault = shape_fault(code, (20,), "[0-9]{20}")
    if fault:
        return refused(fault)
    warnings = () if code.startswith(_USUAL_START) else ("UNKNOWN_PREFIX",)
    return Reading({"normalized": code, "drug_prefix": code[:7]}, warnings=warnings)

"""One person's time at the desk: who it is, what was answered, and what the advice was."""

from __future__ import annotations

from dataclasses import dataclass, field

from fieldapp.actions.consult import Consultation
from fieldapp.actions.settle_fee import Settlement
from fieldapp.domain.immunization import BodySite
from fieldapp.domain.scan import Scan


@dataclass
class Visit:
    """Nobody yet while `client_id` is None. `consultation` is None while it is being made."""

    client_id: bytes | None = None
    consultation: Consultation | None = None
    answers: dict[str, bool] = field(default_factory=dict)
    site: str = BodySite.LEFT_DELTOID.value
    scan: Scan | None = None
    settlement: Settlement | None = None  # of a fee that is not simply paid by the person

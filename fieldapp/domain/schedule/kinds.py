"""Whether a product may take part in a series: its own, another maker's, or another platform."""

from __future__ import annotations

from enum import Enum, auto

from fieldapp.domain.schedule.programme import Series
from fieldapp.domain.vaccine import Catalogue


class Fit(Enum):
    """How a product stands to a series."""

    OWN = auto()
    OTHER_MAKER = auto()  # same platform against the same disease
    FOLLOWING = auto()  # another platform that the programme lets go on with the course
    NONE = auto()


def fit(series: Series, catalogue: Catalogue, vaccine_id: str) -> Fit:
    """How this product stands to the series; one that the catalogue does not list fits none."""
    if vaccine_id in series.vaccines:
        return Fit.OWN
    product = catalogue.get(vaccine_id)
    if product is None:
        return Fit.NONE
    own = [v for v in map(catalogue.get, series.vaccines) if v is not None]
    same_disease = [v for v in own if {*v.antigens} == {*product.antigens}]
    if any(v.platform == product.platform for v in same_disease):
        return Fit.OTHER_MAKER
    if same_disease and product.platform in series.continued_by:
        return Fit.FOLLOWING
    return Fit.NONE

"""Between the catalogue's products and the codes on cards, ours and those of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fieldapp.domain.vaccine import Catalogue, Vaccine
from fieldapp.wire.health_card.content import CVX, PRODUCTS

_UNSURE = "?"  # how the catalogue marks a code that nobody has verified
_OTHERS = ("CVX_also", "CVX_forms")


def codes_of(catalogue: Catalogue, vaccine_id: str) -> tuple[tuple[str, str], ...]:
    """What a card of ours says of a product: its CVX where that means this product alone."""
    vaccine = catalogue.get(vaccine_id)
    cvx = None if vaccine is None else vaccine.codes.get("CVX")
    if cvx is None or _UNSURE in cvx or len(list(_with_cvx(catalogue, cvx))) > 1:
        return ((PRODUCTS, vaccine_id),)
    return ((CVX, cvx),)


def product_of(catalogue: Catalogue, codes: Iterable[tuple[str, str]]) -> Vaccine | None:
    """The product that a card means; None where the catalogue does not have it, or has several."""
    for system, code in codes:
        if system == PRODUCTS:
            found = [catalogue.get(code)]
        elif system == CVX:
            found = list(_with_cvx(catalogue, code)) or list(_with_form(catalogue, code))
        else:
            continue
        if len(found) == 1 and found[0] is not None:
            return found[0]
    return None


def _with_cvx(catalogue: Catalogue, code: str) -> Iterator[Vaccine]:
    return (v for v in catalogue if _same(v.codes.get("CVX"), code))


def _with_form(catalogue: Catalogue, code: str) -> Iterator[Vaccine]:
    """Codes of the same product in other packings."""
    for vaccine in catalogue:
        told = (vaccine.codes.get(name) for name in _OTHERS)
        forms = [form for one in told for form in (one if isinstance(one, list) else [one])]
        if any(_same(form, code) for form in forms):
            yield vaccine


def _same(one: object, other: str) -> bool:
    """CVX 08 and 8 are one code."""
    return isinstance(one, str) and one.lstrip("0") == other.lstrip("0")

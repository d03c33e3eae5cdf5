"""Vaccine products and the catalogue that lists them. Knows no schedule and no stock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.storage import Storage, parse_storage

_T = TypeVar("_T")


class CatalogueInvalid(FieldAppError):
    """The catalogue file cannot be used."""

    happened = "The vaccine catalogue cannot be used: {product}, {field} is missing or wrong."
    safe = "Nothing recorded is affected."
    next_step = "Restore the file resources/catalogue/vaccines.json of this release."


@dataclass(frozen=True, slots=True)
class Vaccine:
    """One product. `name` by language; `open_vial_hours` None where a vial holds one dose.

    `gtins` and `trace_prefixes` are how its packs are scanned; `platform` is the kind of vaccine
    that may finish a course (inactivated, protein-subunit, ...). `storage` None: no limits
    are said; `route` is IM, SC, PO, ..., None where nobody said.
    """

    id: str
    name: Mapping[str, str]
    short_name: str
    platform: str
    antigens: tuple[str, ...]
    live: bool
    doses_per_vial: tuple[int, ...]
    open_vial_hours: int | None = None
    manufacturer: Mapping[str, str] = field(default_factory=dict)
    gtins: tuple[str, ...] = ()
    trace_prefixes: tuple[str, ...] = ()
    codes: Mapping[str, str | None] = field(default_factory=dict)
    storage: Storage | None = None
    route: str | None = None

    @property
    def searchable(self) -> str:
        """All that the product is called, in lower case."""
        names = (self.id, self.short_name, *self.name.values(), *self.manufacturer.values())
        return " ".join(names).casefold()


class Catalogue:
    """All products of a programme, by id and by what is printed on their packs."""

    def __init__(self, vaccines: Iterable[Vaccine]) -> None:
        self._by_id = {vaccine.id: vaccine for vaccine in vaccines}

    def __contains__(self, vaccine_id: object) -> bool:
        return vaccine_id in self._by_id

    def __iter__(self) -> Iterator[Vaccine]:
        return iter(self._by_id.values())

    def get(self, vaccine_id: str) -> Vaccine | None:
        """The product of this id; None for one that is not listed."""
        return self._by_id.get(vaccine_id)

    def short_name(self, vaccine_id: str) -> str:
        """A product as people call it; one that is not listed by its id."""
        vaccine = self._by_id.get(vaccine_id)
        return vaccine.short_name if vaccine else vaccine_id

    def by_name(self, text: str) -> list[Vaccine]:
        """The products that have every word of `text` in its names, its maker's or its id."""
        words = text.casefold().split()
        return [v for v in self if words and all(word in v.searchable for word in words)]

    def by_gtin(self, gtin: str) -> Vaccine | None:
        """The product whose pack carries this GS1 article number."""
        return next((v for v in self if gtin in v.gtins), None)

    def by_trace_prefix(self, prefix: str) -> Vaccine | None:
        """The product whose packs carry trace codes that begin with these seven digits."""
        return next((v for v in self if prefix in v.trace_prefixes), None)


def parse_catalogue(document: Mapping[str, object]) -> Catalogue:
    """Read a vax-catalogue/1 document. Raises CatalogueInvalid naming product and field."""
    products = document.get("products")
    if not isinstance(products, list):
        raise CatalogueInvalid(product="the file", field="products")
    vaccines = [_vaccine(product) for product in products]
    if len({vaccine.id for vaccine in vaccines}) < len(vaccines):
        raise CatalogueInvalid(product="a product listed twice", field="id")
    return Catalogue(vaccines)


def _vaccine(product: object) -> Vaccine:
    if not isinstance(product, dict):
        raise CatalogueInvalid(product="a product", field="all of it")
    where = str(product.get("id", "a product without id"))
    name = _get(product, "name", dict, where)
    hours = product.get("open_vial_hours")
    return Vaccine(
        id=_get(product, "id", str, where),
        name=name,
        short_name=str(product.get("short_name") or name.get("en", where)),
        platform=_get(product, "platform", str, where),
        antigens=tuple(_get(product, "antigens", list, where)),
        live=_get(product, "live", bool, where),
        doses_per_vial=tuple(_get(product, "doses_per_vial", list, where)),
        open_vial_hours=hours if isinstance(hours, int) else None,
        manufacturer=_get(product, "manufacturer", dict, where),
        gtins=tuple(_optional_list(product, "gtins", where)),
        trace_prefixes=tuple(_optional_list(product, "trace_prefixes", where)),
        codes=_get(product, "codes", dict, where),
        storage=_storage(product, where),
        route=_route(product),
    )


def _route(product: Mapping[str, object]) -> str | None:
    route = product.get("route")
    return route if isinstance(route, str) else None


def _storage(product: Mapping[str, object], where: str) -> Storage | None:
    try:
        return parse_storage(product.get("storage"))
    except ValueError as error:
        raise CatalogueInvalid(product=where, field="storage") from error


def _get(product: Mapping[str, object], name: str, kind: type[_T], where: str) -> _T:
    value = product.get(name)
    if not isinstance(value, kind):
        raise CatalogueInvalid(product=where, field=name)
    return value


def _optional_list(product: Mapping[str, object], name: str, where: str) -> list[str]:
    return [] if name not in product else _get(product, name, list, where)

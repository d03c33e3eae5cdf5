"""One thing that can be asked: its path, what it takes to be let in, what it is asked with and what
comes back. Routes, checks and the description for others are all made from these declarations."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from fieldapp.hub.api.parameters import In, Parameter
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.running import Hub

JSON, FHIR = "application/json", "application/fhir+json"
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One request, once it is known that it may. `base`: how this hub was called, `asked`: the
    query as it was written, `who`: the program's name."""

    hub: Hub
    given: Mapping[str, Any]
    now_s: int
    base: str
    path: str
    asked: tuple[tuple[str, str], ...] = ()
    who: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is answered; `shown`: of how many people or records it tells."""

    response: Response
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`needs` None: for everybody; `or_with` opens it just as well. `personal`: each answer stands
    in the audit. `answers`: by media type its schema. `misses`: there may be nothing at this
    address; `statuses`: of what is no refusal."""

    name: str
    method: str
    path: str
    words: str
    needs: Scope | None
    answer: Callable[[Call], Outcome]
    answers: Mapping[str, Schema]
    parameters: tuple[Parameter, ...] = ()
    personal: bool = False
    misses: bool = False
    or_with: Scope | None = None
    statuses: tuple[int, ...] = (200,)

    @property
    def opened_by(self) -> tuple[Scope, ...]:
        """Any of these scopes will do."""
        return tuple(one for one in (self.needs, self.or_with) if one is not None)

    @property
    def is_fhir(self) -> bool:
        """Whether it speaks FHIR, also when it says no."""
        return self.path.startswith("/fhir")

    @property
    def has_form(self) -> bool:
        """Whether its parameters come in a body."""
        return any(one.where is In.FORM for one in self.parameters)


class NotThere(Exception):
    """Nothing is at this address."""


class NotNow(Exception):
    """This hub cannot answer that as it was started."""


def json_response(body: object, media: str = JSON) -> Response:
    """As JSON, with Chinese as it is."""
    return Response(json.dumps(body, ensure_ascii=False), media_type=media)

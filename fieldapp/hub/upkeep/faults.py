"""Faults of the program's own beside the answers: they stop neither the server nor any receipt."""

from __future__ import annotations

import logging
from types import TracebackType

from fieldapp.hub.upkeep.log_lines import log_fault
from fieldapp.hub.upkeep.tally import Tally

_LOG = logging.getLogger(__name__)


class Survived:
    """Whatever goes wrong inside the `with` is logged, without anybody's name, and counted under
    `where` of `faults`; then the program goes on after it, and the next round tries again."""

    def __init__(self, tally: Tally, where: str) -> None:
        self._tally, self._where = tally, where

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(fault, Exception):
            return False
        log_fault(_LOG, fault)
        self._tally.add("faults", self._where)
        return True

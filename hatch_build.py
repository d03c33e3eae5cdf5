"""Puts resources/ into a built wheel; an editable install reads them where they are."""

from __future__ import annotations

from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesInWheel(BuildHookInterface[BuilderConfig]):
    """Hatchling's build hook of this project."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"]["resources"] = "fieldapp/_resources"

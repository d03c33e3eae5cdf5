"""What holds for every test: windows are drawn in memory, on no display."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

"""How the property tests run: no verdict depends on how fast this machine is today."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

ONE_FIXTURE = settings(
    UNTIMED,
    suppress_health_check=[*UNTIMED.suppress_health_check, HealthCheck.function_scoped_fixture],
)  # for a test whose examples share one fixture: it clears what stands there, or builds on it

"""The central server's commands for rosters, and who judges the doses in them."""

from __future__ import annotations

import argparse
import json

from fieldapp.hub.regions.people import Judge
from fieldapp.hub.running import unix_time


def judge() -> Judge:
    """By the programme that laptops follow unless they are told otherwise."""
    from fieldapp.actions.programme import DEFAULT_PROGRAMME, load_catalogue, load_programme
    from fieldapp.hub.regions.judging import judge_by

    return judge_by(load_programme(DEFAULT_PROGRAMME), load_catalogue())


def subscribe(arguments: argparse.Namespace) -> int:
    """`fieldapp hub subscribe DEVICE REGION`: says all the regions that the laptop pulls now."""
    from fieldapp.hub.regions import subscriptions

    device, region = arguments.device, arguments.region
    if arguments.drop:
        regions = subscriptions.unsubscribe(
            arguments.data, device, region, database=arguments.database
        )
    else:
        regions = subscriptions.subscribe(
            arguments.data, device, region, now_s=unix_time(), database=arguments.database
        )
    print(f"Device {device} pulls: {', '.join(regions)}.")
    return 0


def roster_write(arguments: argparse.Namespace) -> int:
    """`fieldapp hub roster write FILE`."""
    from fieldapp.hub.regions.stick import write_roster

    written = write_roster(
        arguments.data, arguments.file, arguments.region, judge(), database=arguments.database
    )
    if arguments.json:
        told = {"regions": list(written.regions), "devices": list(written.devices)}
        print(json.dumps({**told, "bytes": written.size, "file": str(written.file)}))
        return 0
    numbers = ", ".join(map(str, written.devices)) or "none"
    regions = ", ".join(written.regions) or "no region"
    print(f"{written.file}: {regions}, {written.size} bytes. Laptops that can read it: {numbers}.")
    print("On the laptop: fieldapp bundle read FILE")
    return 0

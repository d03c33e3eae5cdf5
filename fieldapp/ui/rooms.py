"""The rooms of the laptop in the order of the rail, and the pages that a key lays over them.

A new room: a line here, its words in `words`, its screen in `main_window`, its flow in `work`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the rail; `key` goes there from everywhere."""

    name: str
    icon: str
    key: str


ROOMS = (
    Room("desk", "syringe", "Ctrl+1"),
    Room("watch", "timer", "Ctrl+2"),
    Room("calls", "phone", "Ctrl+3"),
    Room("stock", "test-tube", "Ctrl+4"),
    Room("session", "sailboat", "Ctrl+5"),
    Room("sync", "refresh-cw", "Ctrl+6"),
)
HOME = ROOMS[0].name

PAPER, SCANNER, CAMERA = "paper", "scanner", "camera"
DOCTOR, PEOPLE, SET_UP = "doctor", "people", "set_up"
PAGES = {
    "help": "F1",
    "guide": "Ctrl+F1",
    "records": "Ctrl+H",
    PAPER: "Ctrl+K",
    SCANNER: "Ctrl+G",
    CAMERA: "Ctrl+M",
    DOCTOR: "F10",
    PEOPLE: "Ctrl+U",
    SET_UP: "Ctrl+0",
}
"""Name and key of each page that is no room: the key opens it, and again goes back to the desk."""

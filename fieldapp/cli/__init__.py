"""The command line, and the only place where real parts are plugged together.

    arguments.py  what can be typed            opening.py  home, PIN, keyring, clock, catalogue
    laptop.py     the laptop's commands        hub.py      the central server's commands
    neighbours.py the neighbour road           doctor.py   how this laptop is
    questions.py  identify, programme test     app.py      the windows
    demo/         a made-up day                first_start.py  a new laptop's set-up page
    selftest/     is this installation whole?  certificate.py  the organisation's authority
    no_dumps.py   a crash leaves no memory     paper.py    Qt without a window

Exit codes: 0 done, 1 something needs a person (one line on stderr: `commands.ended`), 2 wrong
usage. Rows that an import refuses are its result, in a file, and counted on stderr: 0.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from fieldapp.cli.arguments import build_parser
from fieldapp.cli.no_dumps import forbid_dumps
from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.bugs import bug_words

_FAULT = "a fault of the program itself. Everything saved stays saved. Send this line to its makers"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    forbid_dumps()
    arguments = build_parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except FieldAppError as error:
        print(f"fieldapp: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1  # the reader of our output went away: nobody is left to tell
    except KeyboardInterrupt:
        print("fieldapp: stopped. Everything recorded so far is saved.", file=sys.stderr)
        return 1
    except Exception as bug:  # noqa: BLE001  whatever it is: its words could name a person
        print(f"fieldapp: {_FAULT}: {bug_words(bug)}", file=sys.stderr)
        return 1

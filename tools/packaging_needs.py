"""Owns what PyInstaller needs from the machine before `make package` can work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.environment import Environment
from tools.stop import Stop
from tools.system_packages import Need, ensure, library, program

# Printed by the environment's Python: is it built shared, the library's name, its folder, version.
ASK_PYTHON = """
import sys, sysconfig
get = sysconfig.get_config_var
print(int(bool(get("Py_ENABLE_SHARED"))), get("INSTSONAME"), get("LIBDIR"), sep="\\n")
print("%d.%d" % sys.version_info[:2])
"""


def ensure_packaging_needs(environment: Environment) -> None:
    """See that objdump and Python's shared library are there. Raises Stop when they are not."""
    if not sys.platform.startswith("linux"):
        return  # the installers of Windows and macOS bring both
    answer = subprocess.run(
        [environment.python, "-c", ASK_PYTHON], check=True, capture_output=True, text=True
    )
    shared, name, folder, version = answer.stdout.split("\n")[:4]
    if shared != "1":
        raise Stop(
            "This Python was built without a shared library, so it cannot be packaged.\n"
            "Use Debian's own: rm -r .venv && make package PYTHON=/usr/bin/python3\n"
            "or with pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install --force " + version
        )
    needs = [Need("binutils", program("objdump"))]
    if not Path(folder, name).exists():
        needs.append(Need(f"libpython{version}", library(name)))
    ensure(needs)

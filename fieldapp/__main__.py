"""Lets `python -m fieldapp` start the program."""

import sys

from fieldapp.cli import main

sys.exit(main())

"""Set-up and chores of this checkout: `python -m tools VERB`. Standard library only."""

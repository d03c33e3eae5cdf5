"""fieldapp: the laptop of a mobile vaccination team. DESIGN in one line: the journal is the truth."""

__version__ = "0.1.0"

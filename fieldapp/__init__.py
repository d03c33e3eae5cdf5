"""fieldapp: the laptop of a mobile vaccination team. The journal is the truth."""

__version__ = "0.1.0"

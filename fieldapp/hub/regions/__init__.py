"""Regions: who belongs to one, what changed there, and which laptop may read it until when."""

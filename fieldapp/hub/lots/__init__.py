"""Lots at the hub: what became of every dose, which are recalled, who got them."""

"""Sharing out a given supply: second doses that fall due are reserved before any first dose."""

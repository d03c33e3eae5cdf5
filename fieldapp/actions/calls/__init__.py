"""Calls about the next dose: who is due, what came of a call, what is needed where."""

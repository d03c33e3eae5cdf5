"""When something last changed about whom: what other systems ask for, and are sent, since then."""

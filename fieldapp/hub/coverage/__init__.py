"""How many of a key group or key area are vaccinated, of how many there are."""

"""People who booked: what their booking comes to in words, and who of today came."""

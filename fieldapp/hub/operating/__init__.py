"""Operations: each session of each team as its laptop recorded it."""

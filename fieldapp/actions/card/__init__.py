"""What is done with signed vaccination cards: made, checked, and their doses taken over."""

"""What the hub writes for other systems: read from its tables, a batch of people at a time."""

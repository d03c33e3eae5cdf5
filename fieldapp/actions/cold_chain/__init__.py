"""What people do about temperatures and doubtful lots: read, import, hold, release, recall."""

"""Every attempt of a laptop to reach the hub, kept for supervisors; the proof of completeness."""

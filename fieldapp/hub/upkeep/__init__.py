"""What the person who runs the hub watches: health, metrics, logs, quotas, patience."""

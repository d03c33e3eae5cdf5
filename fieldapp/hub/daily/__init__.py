"""The figures of each day: kept as records come, published as the day ends, restated openly."""

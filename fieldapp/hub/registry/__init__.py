"""The pocket registry at the hub: last doses, to be found by document, without a name."""

"""Tests of what the person who runs the hub watches."""

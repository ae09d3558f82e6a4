"""Strategies as data for other programs."""

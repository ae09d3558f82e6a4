"""Putting a website into its folder, and looking at what stands there."""

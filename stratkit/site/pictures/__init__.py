"""Charts, maps and pictures for sharing."""

"""The files as editors write them, the linked entities that every room reads, and the schemas."""

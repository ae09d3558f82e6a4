"""Building a website in parts: what changed is read, judged, drawn and put together; the rest is kept."""

"""What programs read: downloads, open data, feeds, sitemaps."""

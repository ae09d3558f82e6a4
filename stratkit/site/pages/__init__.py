"""What stands on each page of the website."""

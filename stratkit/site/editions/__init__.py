"""The editions of a strategy, as the website tells of them."""

"""The website while somebody works on its data: in memory, renewed at each edit."""

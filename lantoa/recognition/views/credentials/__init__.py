"""Pages of credentials: taken, checked, and what programs read of them."""

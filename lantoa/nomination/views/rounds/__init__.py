"""Pages of rounds, and of the meetings of units about them."""

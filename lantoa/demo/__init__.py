"""A school to try the product with. It stands above all rooms, because it writes through their actions."""

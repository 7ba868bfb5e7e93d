"""What is written about rounds and nominations: a file each for what is done to them."""

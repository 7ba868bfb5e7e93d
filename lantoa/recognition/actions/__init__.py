"""What is written about decisions, submissions and complaints: a file each for what is done to them."""

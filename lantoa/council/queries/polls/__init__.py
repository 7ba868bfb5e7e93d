"""What is read of polls: their rolls, how they stand, and what they came to."""

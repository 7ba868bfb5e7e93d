"""What is due and what was told."""

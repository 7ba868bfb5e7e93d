"""What is read about decisions."""

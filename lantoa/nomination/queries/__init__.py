"""What is read about rounds and nominations."""

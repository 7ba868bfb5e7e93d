"""What is typed about rounds and nominations."""

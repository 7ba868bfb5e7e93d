"""What the pages of the Council ask for."""

"""What the Council's papers are made of."""

"""What the papers of decisions and submissions are made of."""

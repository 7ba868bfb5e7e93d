"""What is read about submissions to the Ministry."""

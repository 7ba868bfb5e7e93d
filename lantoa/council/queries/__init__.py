"""What is read of the Council."""

"""What the interim and the final report are made of: every figure counted from what is on file."""

"""What is written about polls: prepared, opened, voted in, counted, concluded."""

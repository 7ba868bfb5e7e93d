"""What is read about rounds: which ones, their days, and how far every unit has come."""

"""What is done to submissions to the Ministry: proposed for, written, packed, sent, received, answered."""

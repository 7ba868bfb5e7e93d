"""What is asked of the offices that verify, what they said, and what is still lacking."""

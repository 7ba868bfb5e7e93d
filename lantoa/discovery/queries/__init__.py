"""Reads of the screening room: who is where, whom a filter leaves, how many, the way to eligible."""

"""Credentials: what they say, who has one, what the world reads of them."""

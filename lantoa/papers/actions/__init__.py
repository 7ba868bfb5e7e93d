"""Every write of the papers."""

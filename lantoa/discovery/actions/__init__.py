"""Every write of the discovery room."""

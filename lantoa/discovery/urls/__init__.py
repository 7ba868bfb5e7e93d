"""Addresses of discovery: screening, tips, movements and what else is found."""

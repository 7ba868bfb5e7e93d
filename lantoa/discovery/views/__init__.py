"""Pages of the screening room."""

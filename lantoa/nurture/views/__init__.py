"""Pages of nurture: plans, the work under them, the overview."""

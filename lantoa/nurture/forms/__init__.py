"""What is typed about nurture plans, the work under them, and the overview."""

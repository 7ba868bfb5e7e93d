"""Pages of the work inside a plan: each section in its place, or alone without script."""

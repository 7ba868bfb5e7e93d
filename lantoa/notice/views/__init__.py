"""Pages of notices and deadlines."""

"""Pages of submissions to the Ministry."""

"""Pages of the record book."""

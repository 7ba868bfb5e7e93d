"""The page of one person or unit: the record as a time line, and the way through the four tiers."""

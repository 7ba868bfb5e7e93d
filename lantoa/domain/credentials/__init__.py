"""Open Badges 3.0 credentials: what one says, how it is read, and what is said of it, without network or database."""

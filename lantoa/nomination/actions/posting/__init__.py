"""Writing postings and objections: listed, opened, objected to, verified, settled."""

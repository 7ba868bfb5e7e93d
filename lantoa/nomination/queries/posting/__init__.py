"""Reading postings and objections."""

"""II.1.a of the plan: screening everybody on file against the criteria of a tier."""

"""Pages that belong to no room of the plan."""

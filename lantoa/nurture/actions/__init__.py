"""Writing nurture plans: the plan itself, and the work inside it."""

"""What the papers from the plan to the posting are made of."""

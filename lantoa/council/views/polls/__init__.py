"""Pages of polls: the list with the results, one poll, the ballot, the count, opinions, conclusions."""

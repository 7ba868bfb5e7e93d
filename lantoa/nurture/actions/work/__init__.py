"""The work inside a plan: measures, support, shortcomings, meetings, reviews, encouragement; one action a deed."""

"""II.1.b - nurture plans: whoever is found is helped to grow, by plan, with remedies for what falls short."""

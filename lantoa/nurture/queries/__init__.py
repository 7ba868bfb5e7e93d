"""What is read of nurture plans: who may, lists, verdicts of goals, deadlines."""

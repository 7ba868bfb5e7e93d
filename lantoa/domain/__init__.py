"""What the plan and the law say: pure values and rules, no framework, no clock, no files."""

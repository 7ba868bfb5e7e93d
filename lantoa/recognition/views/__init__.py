"""Pages of decisions, submissions and complaints."""

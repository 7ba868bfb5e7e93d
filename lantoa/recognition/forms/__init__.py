"""What is typed about decisions, submissions and complaints."""

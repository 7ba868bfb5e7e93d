"""What is read about decisions, submissions and complaints."""

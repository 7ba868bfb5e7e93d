"""Addresses of decisions, submissions and complaints."""

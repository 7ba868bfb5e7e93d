"""One linear history for the whole house."""

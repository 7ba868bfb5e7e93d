"""Sign-in, roles and their scope in the unit tree."""

"""Commands of the administrator of an installation."""

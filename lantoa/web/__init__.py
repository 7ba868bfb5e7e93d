"""Home, navigation, error pages, health and template tags."""

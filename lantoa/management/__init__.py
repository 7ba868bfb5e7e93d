"""What the product adds to `manage`."""

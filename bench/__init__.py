"""What the README claims about speed and size, measured again by `python -m bench`."""

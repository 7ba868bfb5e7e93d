"""Addresses of the room, a file each for nominations, rounds, verification and posting."""

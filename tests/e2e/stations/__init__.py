"""The stations of a nomination as people pass them in a browser, room by room."""

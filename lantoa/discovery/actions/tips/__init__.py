"""Writing tips: sent, handled, answered."""

"""What the Council does, one deed each."""

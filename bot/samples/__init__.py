"""Trajectory files that ship with the program: three samples and one example to copy."""

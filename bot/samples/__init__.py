"""Trajectory files that ship with the program: two samples and one example to copy."""

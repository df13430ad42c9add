"""What every channel is held to, a case a function; the table of them is in `contracts/test_channels.py`."""

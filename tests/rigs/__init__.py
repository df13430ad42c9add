"""The resident's side of each channel, for the contract suite in `contracts/test_channels.py`."""

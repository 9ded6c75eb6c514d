"""Publishing: one writer per output file, listed in `exporters.py`."""

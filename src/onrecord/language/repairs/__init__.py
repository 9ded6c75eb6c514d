"""What the parser is known to get wrong, mended in place before anything reads it, in the order of `order.py`."""

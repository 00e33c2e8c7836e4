"""One file a kind of page: find, gather, render, say how long it lives."""

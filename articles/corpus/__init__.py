"""
The corpus: a generated paper of any size, for measuring. No reader is ever shown it as news.

`phrasebook`, `texts`, `names`, `moments`, `stories` and `drawings` are pure and give the same for
the same seed; `cast` and `copying` write to the database, as `publishing` would have.
"""

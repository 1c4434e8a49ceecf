"""The official record: what UN bodies published of their own acts, as sourced rows with declared coverage."""

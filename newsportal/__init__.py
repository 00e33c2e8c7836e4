"""The project: wires the newspaper together and serves it. Knows no article."""

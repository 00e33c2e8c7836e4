"""
The embedded PostgreSQL of a clone: one server under `var/`, shared by every process of the clone.

For development, demonstration and tests. Refuses nothing but production: a real site
names its own server in `DATABASE_URL`, and this room stays shut.
"""

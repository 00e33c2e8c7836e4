"""
The demonstration: an invented paper in three languages, loaded through the newsroom's own verbs.

Everything it brings is marked as its own (`Origin.DEMO`); what a person wrote is never touched.
"""

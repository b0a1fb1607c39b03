"""Shared Python of the Kupang workers' social-security coverage dashboard."""

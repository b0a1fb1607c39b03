"""Batches -> new DuckDB file beside the old one -> checks -> atomic swap."""

from jamsostek.build.errors import BuildBusy, BuildError
from jamsostek.build.run import BuildReport, build

__all__ = ["BuildBusy", "BuildError", "BuildReport", "build"]

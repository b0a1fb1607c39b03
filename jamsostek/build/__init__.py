"""Batches -> new DuckDB file beside the old one -> checks -> atomic swap."""

from jamsostek.build.errors import BuildBusy, BuildError, unwritable
from jamsostek.build.run import BuildReport, build
from jamsostek.build.trial import trial

__all__ = ["BuildBusy", "BuildError", "BuildReport", "build", "trial", "unwritable"]

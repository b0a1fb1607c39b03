"""What can go wrong in a build."""


class BuildError(Exception):
    """The build stopped; the old file goes on serving. The Indonesian message names the batch or the check."""


class BuildBusy(Exception):
    """Another build is running on the same data folder."""

"""The router: page configuration and the list of pages, nothing else."""

from jamsostek import shell

shell.run()

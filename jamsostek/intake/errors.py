"""What intake can say besides a value: refused, accepted with a note, or the whole file refused."""

from dataclasses import dataclass


class IntakeError(Exception):
    """The whole file (or batch) is refused. The message is Indonesian and safe to show: it holds no personal value."""


class SemuaDitolak(IntakeError):
    """Every row was refused; `checked` says why, so that a spelling or a column can still be put right."""

    def __init__(self, message: str, checked: object) -> None:
        super().__init__(message)
        self.checked = checked

    def __reduce__(self) -> tuple[type, tuple[str, object]]:
        """Exceptions are pickled by their arguments, which here are two."""
        return type(self), (str(self), self.checked)


class BerkasGanda(IntakeError):
    """The same file was already imported for the same jenis and bulan and has not been withdrawn."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value that cannot be taken; `alasan` is Indonesian and never repeats the value."""

    alasan: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that is taken as `nilai`, with a warning for the importer."""

    nilai: object
    alasan: str

"""The vocabulary in which a kind of file is described: columns, how each is read, what is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import pyarrow as pa

from jamsostek.intake.errors import IntakeError, Refusal
from jamsostek.intake.parsers import Memo, Parser, guarded
from jamsostek.intake.places import Places
from jamsostek.intake.pseudonym import person_index
from jamsostek.intake.texts import key, shown_value, value_class


@dataclass(frozen=True)
class Context:
    """What a parser may depend on besides the value: the month of the file, the places, the pseudonym key."""

    bulan: date | None
    places: Places
    kunci: bytes

    @property
    def month(self) -> date:
        """The first day of the month of the file; only kinds that have a month ask for it."""
        if self.bulan is None:
            raise IntakeError("Jenis data ini memerlukan --bulan TTTT-BB.")
        return self.bulan


@dataclass(frozen=True)
class Column:
    """One column: its header, how its cells are read, and what an empty cell means.

    `bind` makes the reader of its cells for one file. `blank` is the value of an empty cell, or a Refusal, or a Noted
    value. `vocabulary` names the allowed words of code-like columns, whose text may be shown in the list of refused
    rows where it resembles one of them. `inside` names a column that may carry this one as well ('RT/RW').
    `arti` (one sentence) and `contoh` (a correct cell) are what templates say about the column.
    """

    name: str
    header: str
    bind: Callable[[Context], Memo]
    aliases: str = ""
    required: bool = False
    blank: object = None
    type: pa.DataType = field(default_factory=pa.string)
    vocabulary: tuple[str, ...] = ()
    shows_places: bool = False
    kept: bool = True
    inside: str = ""
    arti: str = ""
    contoh: str = ""

    def header_keys(self) -> set[str]:
        """Comparison keys of every header this column answers to."""
        return {key(word) for word in (self.header, *self.aliases.split("|")) if word}

    def shown(self, text: str, context: Context) -> str:
        """What the list of refused rows says about a refused cell: never a personal value."""
        if self.shows_places:
            return context.places.shown(text)
        return shown_value(text, self.vocabulary) if self.vocabulary else value_class(text)


@dataclass(frozen=True)
class Contract:
    """One kind of file. `any_of` lists groups of columns of which at least one must be there.

    `headings` and `fixed` adapt it to one layout: the column that a heading (as comparison key) stands for ('' for
    none), and the text of a column that the file lacks because it would be the same in every row. `replaces` says that
    a new file takes the place of an earlier one instead of adding rows to it.
    """

    jenis: str
    columns: tuple[Column, ...]
    monthly: bool
    any_of: tuple[tuple[str, ...], ...] = ()
    unique: tuple[str, ...] = ()
    rules: tuple[Callable[..., None], ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    replaces: bool = True

    @cached_property
    def by_header(self) -> dict[str, Column]:
        """Columns by the comparison key of every header they answer to."""
        words = {word: column for column in self.columns for word in column.header_keys()}
        for word, name in self.headings.items():
            if name:
                words[word] = self.column(name)
            else:
                words.pop(word, None)
        return words

    def adapted(self, headings: Mapping[str, str], fixed: Mapping[str, str]) -> "Contract":
        """This contract for a layout in which people have said what a heading means or what all rows have in common.

        Raises IntakeError for a column that the contract does not have.
        """
        known = {column.name for column in self.columns}
        if not known.issuperset({name for name in (*headings.values(), *fixed) if name}):
            raise IntakeError(f"Pemetaan menyebut kolom yang tidak ada pada jenis {self.jenis}.")
        return replace(self, headings=dict(headings), fixed={name: text for name, text in fixed.items() if text})

    @property
    def personal(self) -> bool:
        """Whether rows are persons, so that the pseudonym key is needed."""
        return any(column.name.startswith("pseudonim_") for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        return next(column for column in self.columns if column.name == name)


def plain(parse: Parser) -> Callable[[Context], Memo]:
    """For parsers that need nothing but the value."""
    return lambda _context: Memo(guarded(parse))


def placed(method: Callable[[Places, str], object]) -> Callable[[Context], Memo]:
    """For parsers that look a place up."""
    return lambda context: Memo(guarded(lambda text: method(context.places, text)))


def person(domain: str) -> Callable[[Context], Memo]:
    """NIK or KPJ to pseudonym, each distinct number once per process."""
    return lambda context: person_index(context.kunci, domain)


REQUIRED = Refusal("wajib diisi")

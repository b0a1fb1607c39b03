"""How many cells a sheet holds and how large the rectangle around them is, without keeping any of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat

# As Excel, LibreOffice and nearly every library write cells and rows; a regular expression is enough for these.
_USUAL = re.compile(rb'<(?:c|row) r="([A-Z]{0,3})(\d{1,7})"')
_UNUSUAL = re.compile(rb'<(?:[\w.-]+:(?:c|row)(?![\w:.-])|(?:c|row)(?![\w:.-])(?! r="[A-Z]{0,3}\d{1,7}"))')
_PLACE = re.compile(r"([A-Za-z]*)(\d+)")


@dataclass(frozen=True)
class Extent:
    """Cells written down, and cells in the rectangle from A1 to the last row and column; sheets add up."""

    cells: int = 0
    rectangle: int = 0

    def __add__(self, other: "Extent") -> "Extent":
        """Both together."""
        return Extent(self.cells + other.cells, self.rectangle + other.rectangle)


def scanned_extent(pieces: Iterable[bytes]) -> Extent | None:
    """The extent of a sheet given as pieces of XML that cut no tag; None where only a parser can tell."""
    cells, last = 0, 0
    columns: set[bytes] = set()
    for piece in pieces:
        if _UNUSUAL.search(piece):
            return None
        found = _USUAL.findall(piece)
        cells += len(found)
        columns.update({letters for letters, _number in found})
        last = max([last, *map(int, {number for _letters, number in found})])
    return Extent(cells, last * max((_column(letters.decode()) for letters in columns), default=0))


def parsed_extent(chunks: Iterable[bytes]) -> Extent:
    """The extent of a sheet whatever way it is written: places may be left out, and then they are counted.

    Raises ValueError or expat.ExpatError when the sheet is damaged.
    """
    counter = _Counter()
    parser = expat.ParserCreate()
    parser.StartElementHandler = counter.start
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    return Extent(counter.cells, counter.last * counter.widest)


class _Counter:
    """Follows the place of the current cell as a reader does."""

    def __init__(self) -> None:
        self.cells = self.last = self.widest = self.row = self.column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            self.row = int(attributes["r"]) if "r" in attributes else self.row + 1
            self.column = 0
        elif tag == "c":
            self.cells += 1
            self.column += 1
            if "r" in attributes:
                self._named(attributes["r"])
            self.widest = max(self.widest, self.column)
        self.last = max(self.last, self.row)

    def _named(self, place: str) -> None:
        match = _PLACE.fullmatch(place)
        if match is None:
            raise ValueError("not the place of a cell")
        self.column = _column(match[1].upper())
        self.last = max(self.last, int(match[2]))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number

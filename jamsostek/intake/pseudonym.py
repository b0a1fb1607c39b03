"""Keyed pseudonyms: the same person gets the same 128 bits, and nobody without the key can go back.

A plain hash would not do: there are few enough possible NIK to try them all.
"""

import hmac
import os
import secrets
import tempfile
import threading
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek import settings
from jamsostek.intake.errors import IntakeError, Refusal
from jamsostek.intake.parsers import PLACEHOLDERS, Memo, parse_kpj, parse_nik

KEY_BYTES = 32
# About 80 bytes per person; beyond this many the index starts afresh instead of growing without end.
_INDEX_LIMIT = 2_000_000
_indexes: dict[tuple[str, bytes], "PersonIndex"] = {}


def load_key(path: Path | None = None) -> bytes:
    """The 32-byte key, created on first use (file 0600 in a folder 0700, as hexadecimal text).

    Raises IntakeError when the file lies inside the data folder, cannot be read, or is too short.
    """
    file = path or settings.key_path()
    if file.resolve().is_relative_to(settings.data_dir().resolve()):
        raise IntakeError("Kunci pseudonim tidak boleh berada di dalam folder data; ubah JAMSOSTEK_KUNCI.")
    try:
        if not file.exists():
            _create(file)
        if os.name == "posix" and file.stat().st_mode & 0o077:
            file.chmod(0o600)
        key = bytes.fromhex(file.read_text(encoding="ascii"))
    except OSError as error:
        raise IntakeError(f"Kunci pseudonim tidak dapat dibaca atau dibuat: {file}") from error
    except ValueError as error:
        raise IntakeError(f"Kunci pseudonim rusak (bukan heksadesimal): {file}") from error
    if len(key) < KEY_BYTES:
        raise IntakeError(f"Kunci pseudonim terlalu pendek ({len(key)} dari {KEY_BYTES} byte): {file}")
    return key


def fingerprint(key: bytes) -> str:
    """A short mark of the key itself, to notice that batches were made with another one."""
    return hmac.digest(key, b"sidik:", "sha256").hex()[:16]


def pseudonym(key: bytes, domain: str, digits: str) -> str:
    """First 128 bits, as 32 hexadecimal characters, of HMAC-SHA-256 over '<domain>:<digits>'."""
    return hmac.digest(key, f"{domain}:{digits}".encode(), "sha256").hex()[:32]


class PersonIndex(Memo):
    """From NIK or KPJ to pseudonym, remembered across files, in memory only.

    Well-formed numbers (nearly all) are looked up together in a hash index of integers; the few others go through
    the memo one by one. A plain dictionary of strings took ten times as long for the half million look-ups of a year.
    """

    def __init__(self, key: bytes, domain: str) -> None:
        super().__init__(self._to_pseudonym)
        self._key, self._domain = key, domain
        self._digits, self._read = (16, parse_nik) if domain == "nik" else (11, parse_kpj)
        self._numbers: pd.Index[int] = pd.Index([], dtype="int64")
        self._pseudonyms = pa.array([], pa.string())
        # Numbers and pseudonyms belong together by position: two imports at once must not grow them at the same time.
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._numbers)

    def known(self, cells: pa.Array) -> pa.Array:
        """Pseudonyms of the well-formed numbers among the cells, null for every other cell."""
        well = pc.and_(pc.equal(pc.binary_length(cells), self._digits), pc.ascii_is_decimal(cells))
        numbers = pc.if_else(well, cells, "0").cast(pa.int64()).to_numpy()
        with self._lock:
            found = self._numbers.get_indexer(numbers)
            unknown = np.unique(numbers[(found < 0) & (numbers > 0)])
            if len(unknown):
                self._learn(unknown)
                found = self._numbers.get_indexer(numbers)
            return self._pseudonyms.take(pa.array(found, mask=found < 0))

    def _learn(self, numbers: npt.NDArray[np.int64]) -> None:
        texts = [text for text in np.char.zfill(numbers.astype(str), self._digits).tolist() if text not in PLACEHOLDERS]
        prefix, key, digest = f"{self._domain}:".encode(), self._key, hmac.digest
        fresh = [digest(key, prefix + text.encode(), "sha256").hex()[:32] for text in texts]
        self._numbers = self._numbers.append(pd.Index([int(text) for text in texts], dtype="int64"))
        self._pseudonyms = pa.concat_arrays([self._pseudonyms, pa.array(fresh, pa.string())])

    def _to_pseudonym(self, text: str) -> str | Refusal:
        digits = self._read(text)
        return digits if isinstance(digits, Refusal) else pseudonym(self._key, self._domain, digits)


def person_index(key: bytes, domain: str) -> PersonIndex:
    """The index of this process for a key and a domain ('nik' or 'kpj')."""
    index = _indexes.get((domain, key))
    if index is None or len(index) > _INDEX_LIMIT:
        index = _indexes[domain, key] = PersonIndex(key, domain)
    return index


def _create(file: Path) -> None:
    """Write a new key beside its place and link it there, so that of two processes starting at once one wins."""
    file.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".kunci-")  # mkstemp gives mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(KEY_BYTES) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        _place(Path(name), file)
    finally:
        Path(name).unlink(missing_ok=True)


def _place(temporary: Path, file: Path) -> None:
    """Give the file its name unless another process was first; some file systems (USB sticks) know no links."""
    try:
        os.link(temporary, file)
    except FileExistsError:
        return
    except OSError:
        if not file.exists():
            temporary.rename(file)

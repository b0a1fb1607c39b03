"""Keyed pseudonyms: the same person gets the same 128 bits, and nobody without the key can go back.

A plain hash would not do: there are few enough possible NIK to try them all.
"""

import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from jamsostek import settings
from jamsostek.intake.errors import IntakeError, Refusal
from jamsostek.intake.parsers import Memo, parse_kpj, parse_nik

KEY_BYTES = 32
# About 250 bytes per entry: a million persons stay under 300 MB; beyond that the memo starts afresh.
_MEMO_LIMIT = 1_000_000
_memos: dict[tuple[str, bytes], Memo] = {}


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


def person_memo(key: bytes, domain: str) -> Memo:
    """A parser from cell text to pseudonym for 'nik' or 'kpj', remembered across files, in memory only."""
    memo = _memos.get((domain, key))
    if memo is None or len(memo) > _MEMO_LIMIT:
        parse = parse_nik if domain == "nik" else parse_kpj

        def to_pseudonym(text: str) -> str | Refusal:
            digits = parse(text)
            return digits if isinstance(digits, Refusal) else pseudonym(key, domain, digits)

        memo = _memos[domain, key] = Memo(to_pseudonym)
    return memo


def _create(file: Path) -> None:
    """Write a new key beside its place and link it there, so that of two processes starting at once one wins."""
    if not file.parent.exists():
        file.parent.mkdir(parents=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".kunci-")  # mkstemp gives mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(KEY_BYTES) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileExistsError):
            os.link(name, file)
    finally:
        Path(name).unlink()

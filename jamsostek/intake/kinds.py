"""The six kinds of file that can be handed in, by name."""

from jamsostek.intake.contract import Contract
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.kinds_accounts import ANGKA_RESMI, KLAIM, PEMBERI_KERJA, TARGET
from jamsostek.intake.kinds_persons import PESERTA, TENAGA_KERJA

CONTRACTS: dict[str, Contract] = {
    contract.jenis: contract for contract in (PESERTA, TENAGA_KERJA, PEMBERI_KERJA, KLAIM, ANGKA_RESMI, TARGET)
}


def contract_for(jenis: str) -> Contract:
    """The contract of a kind. Raises IntakeError for an unknown kind, naming the known ones."""
    if jenis not in CONTRACTS:
        raise IntakeError(f"Jenis data tidak dikenal. Pilihan: {', '.join(CONTRACTS)}.")
    return CONTRACTS[jenis]

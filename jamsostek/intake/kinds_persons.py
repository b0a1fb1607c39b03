"""Contracts of the two kinds whose rows are persons: participants and the register of workers."""

from dataclasses import replace

import pyarrow as pa

from jamsostek import kota
from jamsostek.intake import duplicates, parsers, place_rules, rules
from jamsostek.intake.births import birth_month
from jamsostek.intake.contract import REQUIRED, Column, Context, Contract, person, placed, plain
from jamsostek.intake.errors import Noted, Refusal
from jamsostek.intake.parsers import Memo, guarded
from jamsostek.intake.places import Places

SEGMEN = {
    "PU": "Penerima Upah|Pekerja Penerima Upah|Formal",
    "BPU": "Bukan Penerima Upah|Pekerja Bukan Penerima Upah|Informal|Mandiri",
    "JAKON": "Jasa Konstruksi|Konstruksi|Jakons",
    "PMI": "Pekerja Migran Indonesia|Pekerja Migran|TKI",
}
SUMBER_IURAN = {
    "mandiri": "sendiri|bayar sendiri|iuran mandiri",
    "pemberi_kerja": "perusahaan|pemberi kerja badan usaha|badan usaha",
    "apbd_kota": "APBD|Pemkot|Pemerintah Kota",
    "apbd_provinsi": "APBD Prov|APBD Provinsi|Pemprov|Pemerintah Provinsi",
    "dana_desa": "desa|ADD",
    "lembaga": "lembaga sosial|CSR|donatur|GN Lingkaran",
}
JENIS_KELAMIN = {"L": "Laki-laki|Laki|LK|Pria|Male|1", "P": "Perempuan|PR|Wanita|Female|2"}
STATUS = {
    "penerima_upah": "bekerja penerima upah|PU|pekerja penerima upah|karyawan|buruh",
    "bukan_penerima_upah": "bekerja bukan penerima upah|BPU|pekerja bukan penerima upah|berusaha sendiri|wiraswasta",
    "menganggur": "pengangguran|penganggur|pengangguran terbuka|mencari kerja|mencari pekerjaan|belum bekerja",
    "bukan_angkatan_kerja": "BAK|sekolah|mengurus rumah tangga|pelajar|mahasiswa|ibu rumah tangga|pensiunan",
}
PENDIDIKAN = {
    "tidak_tamat_sd": "tidak sekolah|belum sekolah|tidak atau belum sekolah|belum tamat SD|tidak tamat SD/sederajat",
    "sd": "SD/sederajat|tamat SD|sekolah dasar|MI",
    "smp": "SMP/sederajat|SLTP|SLTP/sederajat|tamat SMP|MTs",
    "sma": "SMA/sederajat|SLTA|SLTA/sederajat|SMU|tamat SMA|MA",
    "smk": "SMK/sederajat|STM|SMEA|tamat SMK",
    "diploma": "D1|D2|D3|DI|DII|DIII|Diploma I|Diploma II|Diploma III|Akademi|Akademi/Diploma III",
    "sarjana": "S1|S2|S3|D4|DIV|Strata I|Strata II|Diploma IV/Strata I|Magister|Doktor|Perguruan Tinggi|Universitas",
}
SUMBER = {
    "rt_rw": "RT|RW|RT/RW|kelurahan|lurah",
    "perusahaan": "badan usaha|PT|CV",
    "umkm": "UKM|usaha mikro|usaha mikro kecil dan menengah",
    "ritel": "toko|retail|minimarket",
    "rumah_ibadah": "gereja|masjid|pura|vihara|rumah ibadat|tempat ibadah",
}
PROGRAM = {
    "JKK": "Jaminan Kecelakaan Kerja",
    "JKM": "Jaminan Kematian",
    "JHT": "Jaminan Hari Tua",
    "JP": "Jaminan Pensiun",
    "JKP": "Jaminan Kehilangan Pekerjaan",
}


def closed(
    name: str, header: str, allowed: dict[str, str], *, aliases: str = "", blank: object = None, arti: str = "",
    contoh: str = "",
) -> Column:  # fmt: skip
    """A column whose cells come from a closed list; it is required when an empty cell is refused."""
    words = tuple(word for code, other in allowed.items() for word in (code, *other.split("|")))
    parse = parsers.choice(header.lower(), allowed)
    required = isinstance(blank, Refusal)
    return Column(name, header, plain(parse), aliases, required=required, blank=blank, vocabulary=words, arti=arti,
                  contoh=contoh)  # fmt: skip


def payer(_context: Context) -> Memo:
    """The reader of who pays: the common words, and the budgets under the name of this city or its province."""
    city = kota.kota()
    named = {
        "apbd_kota": [f"{budget} {name}" for budget in ("APBD", "Pemkot")
                      for name in (city.nama, city.nama.removeprefix("Kota "))],
        "apbd_provinsi": [f"{budget} {name}" for budget in ("APBD", "APBD Provinsi", "Pemprov")
                          for name in city.wilayah_luas[city.kode_provinsi]],
    }  # fmt: skip
    allowed = {code: "|".join([words, *named.get(code, [])]) for code, words in SUMBER_IURAN.items()}
    return Memo(guarded(parsers.choice("sumber iuran", allowed)))


def programme(short: str) -> Column:
    """A yes/no column of one programme; an empty cell means no."""
    aliases = f"PROGRAM {short}|IKUT {short}|{short} (Y/T)"
    return Column(f"program_{short.lower()}", short, plain(parsers.parse_flag), aliases,
                  required=short in ("JKK", "JKM"), blank=False, type=pa.bool_(),
                  arti=f"Apakah orang itu peserta program {PROGRAM[short]} ({short}) pada bulan berkas.",
                  contoh="T" if short == "JKP" else "Y")  # fmt: skip


PLACE = (
    Column("kode_kelurahan", "KODE KELURAHAN", placed(Places.parse_code), "KODE KEL|KODE WILAYAH|KODE KEMENDAGRI",
           arti="Kode kelurahan menurut Kemendagri, bertitik; kode BPS berbeda urutannya."),
    Column("kelurahan", "KELURAHAN", placed(Places.parse_kelurahan), "KEL|NAMA KELURAHAN|DESA/KELURAHAN|KELURAHAN/DESA",
           shows_places=True, kept=False,
           arti="Kelurahan tempat tinggal orangnya; untuk pemberi kerja, kelurahan tempat usahanya."),
    Column("kecamatan", "KECAMATAN", placed(Places.parse_kecamatan), "KEC|NAMA KECAMATAN", shows_places=True,
           kept=False, arti="Kecamatan dari kelurahan itu; hanya untuk mencocokkan."),
)  # fmt: skip
PLACE_HEADER = ("kode_kelurahan", "kelurahan")
NIK_ARTI = "Nomor Induk Kependudukan; diganti nama samaran saat diimpor dan tidak disimpan."
NIK_CONTOH = "9971010101010001"  # province 99 does not exist: nobody's number
NIK_ALIASES = "NO NIK|NOMOR NIK|NIK KTP|NO KTP|NOMOR KTP|NOMOR INDUK KEPENDUDUKAN|NO. INDUK KEPENDUDUKAN"
SEX = closed("jenis_kelamin", "JENIS KELAMIN", JENIS_KELAMIN, aliases="L/P|JK|SEX|KELAMIN|GENDER", contoh="P",
             arti="Laki-laki atau perempuan.")  # fmt: skip


BIRTH = Column("bulan_lahir", "TANGGAL LAHIR", birth_month, "TGL LAHIR|TGL. LAHIR|TANGGAL_LAHIR|LAHIR",
               blank=Noted(None, "tanggal lahir kosong"), type=pa.date32(), contoh="17-08-1985",
               arti="Tanggal lahir, untuk menghitung umur; hanya bulan dan tahunnya yang disimpan.")  # fmt: skip


def words(name: str, header: str, aliases: str = "", *, arti: str = "", contoh: str = "") -> Column:
    """A short free-text column."""
    return Column(name, header, plain(parsers.parse_words), aliases, arti=arti, contoh=contoh)


PESERTA = Contract(
    "peserta",
    (
        Column("pseudonim_nik", "NIK", person("nik"), NIK_ALIASES, arti=NIK_ARTI, contoh=NIK_CONTOH),
        Column("pseudonim_kpj", "NO KPJ", person("kpj"), "KPJ|NOMOR KPJ|NOMOR PESERTA|NO PESERTA|NO. KPJ",
               arti="Nomor Kartu Peserta Jamsostek; diganti nama samaran saat diimpor.", contoh="99000000001"),
        closed("segmen", "SEGMEN", SEGMEN, aliases="SEGMEN PESERTA|SEGMEN KEPESERTAAN", blank=REQUIRED,
               arti="Segmen kepesertaan; orang dengan dua kepesertaan ditulis dalam dua baris.", contoh="PU"),
        *(programme(short) for short in ("JKK", "JKM", "JHT", "JP", "JKP")),
        Column("npp", "NPP", plain(parsers.parse_npp), "NO NPP|NOMOR NPP|NOMOR PENDAFTARAN PERUSAHAAN",
               arti="Nomor Pendaftaran Perusahaan tempat orang itu bekerja; kosong untuk BPU.", contoh="ZZ000001"),
        *PLACE,
        BIRTH,
        SEX,
        replace(closed("sumber_iuran", "SUMBER IURAN", SUMBER_IURAN, aliases="PEMBAYAR IURAN|SUMBER PEMBAYARAN IURAN",
                       arti="Siapa yang membayar iuran orang itu.", contoh="pemberi_kerja"), bind=payer),
    ),
    monthly=True,
    any_of=(("pseudonim_nik", "pseudonim_kpj"), PLACE_HEADER),
    rules=(
        rules.digits_intact,
        rules.person_known,
        rules.age_of_participant,
        place_rules.place_or_none,
        duplicates.unique_membership,
        rules.programmes_plausible,
    ),
)  # fmt: skip

TENAGA_KERJA = Contract(
    "tenaga_kerja",
    (
        Column("pseudonim_nik", "NIK", person("nik"), NIK_ALIASES, required=True, blank=REQUIRED, arti=NIK_ARTI,
               contoh=NIK_CONTOH),
        Column("rt", "RT", plain(parsers.parse_rt), "NO RT|NOMOR RT|RT/RW|NO RT/RW|NOMOR RT/RW",
               arti="Nomor RT tempat tinggal; tanpa nomor ini kemajuan pendataan per RT tidak terlihat.", contoh="003"),
        Column("rw", "RW", plain(parsers.parse_rt_rw), "NO RW|NOMOR RW", inside="rt",
               arti="Nomor RW tempat tinggal.", contoh="001"),
        *PLACE,
        BIRTH,
        SEX,
        closed("pendidikan", "PENDIDIKAN", PENDIDIKAN, aliases="PENDIDIKAN TERAKHIR|IJAZAH TERAKHIR",
               arti="Pendidikan tertinggi yang ditamatkan.", contoh="sma"),
        closed("status", "STATUS", STATUS, aliases="STATUS PEKERJAAN|STATUS BEKERJA|STATUS KERJA", blank=REQUIRED,
               arti="Keadaan orang itu: bekerja dengan upah, bekerja sendiri, menganggur, atau di luar angkatan kerja.",
               contoh="menganggur"),
        words("lapangan_usaha", "LAPANGAN USAHA", "SEKTOR|SEKTOR USAHA|LAPANGAN PEKERJAAN",
              arti="Bidang usaha tempat orang itu bekerja.", contoh="perdagangan"),
        words("pekerjaan", "PEKERJAAN", "JENIS PEKERJAAN|PROFESI", arti="Pekerjaan utama.", contoh="penjual ikan"),
        words("minat_pelatihan", "MINAT PELATIHAN", "PELATIHAN YANG DIMINATI|MINAT",
              arti="Pelatihan kerja yang diinginkan.", contoh="menjahit"),
        closed("sumber", "SUMBER", SUMBER, aliases="SUMBER DATA|SUMBER PENDATAAN", blank=REQUIRED,
               arti="Siapa yang membuat daftar ini.", contoh="rt_rw"),
    ),
    monthly=True,
    any_of=(PLACE_HEADER,),
    rules=(
        rules.digits_intact,
        rules.age_of_worker,
        place_rules.place_required,
        place_rules.rt_and_rw_apart,
        duplicates.unique_resident,
        duplicates.several_kelurahan,
        rules.rt_given,
    ),
)  # fmt: skip

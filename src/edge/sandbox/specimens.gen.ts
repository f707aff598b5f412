// Written by tools/specimens.ts; not edited by hand. The people are fictional.
import type { Specimens } from '#src/contract/partner/index.ts';
import type { WireMessage } from '#src/countries/types.ts';

export interface Specimen extends Readonly<Specimens['specimens'][number]> {
  /** What is printed on it, as the OCR API would say it. */
  readonly message: WireMessage;
}

export const SPECIMENS: readonly Specimen[] = [
  {
    "name": "pk-ok",
    "country": "pk",
    "outcome": "ok",
    "path": "/sandbox/specimens/pk-ok.jpg",
    "sha256": "11c94a827ae5f2a9828ff3ef52e19fa301bb2a3dd174e3e30e7c83a2fcc5613b",
    "message": {
      "idNumber": "16126-2557038-9",
      "name": "Bilal Kamal",
      "fatherName": "Ibrahim Hashmi",
      "gender": "M",
      "country": "Pakistan",
      "birthDay": "19480126",
      "issueDay": "20191227",
      "expiryDay": "20291227"
    }
  },
  {
    "name": "my-ok",
    "country": "my",
    "outcome": "ok",
    "path": "/sandbox/specimens/my-ok.jpg",
    "sha256": "611db233da3b5aa8aecec31d2c7eb1465ff7d5ddd9e805426381f758559ec45d",
    "message": {
      "CardNumber": "970502-23-5843",
      "DateOfBirth": "19970502",
      "Gender": "LELAKI",
      "Name": "DANIAL BIN MUHD. HAZIQ",
      "Address": "KG MASJID 78309 MASJID TANAH MELAKA"
    }
  },
  {
    "name": "my-not-card",
    "country": "my",
    "outcome": "not_card",
    "path": "/sandbox/specimens/my-not-card.jpg",
    "sha256": "9e78300a9e280994631d4f7ed4685c35bf322e78bc251a0d6f0d59bdfc0467be",
    "message": {
      "CardNumber": "850214-01-6625",
      "DateOfBirth": "19850214",
      "Gender": "LELAKI",
      "Name": "JUSTIN TONGKING",
      "Address": "NO. 1725 LEBUH BESAR 13/13 TAMAN MUHIBBAH DAMAI 89007 KENINGAU SABAH"
    }
  },
  {
    "name": "my-unreadable",
    "country": "my",
    "outcome": "unreadable",
    "path": "/sandbox/specimens/my-unreadable.jpg",
    "sha256": "a1a80f7bd49fb14aaefd5168dc5822e4f335955333944639ec35890004676bc0",
    "message": {
      "CardNumber": "430301-07-5851",
      "DateOfBirth": "19430301",
      "Gender": "LELAKI",
      "Name": "PETER BIN MAJAKOL GAMBARI",
      "Address": "11 KAMPUNG TOK KENALI BATU 11 JALAN BUNGA RAYA 2/6 89950 NABAWAN SABAH"
    }
  },
  {
    "name": "my-invalid-request",
    "country": "my",
    "outcome": "invalid_request",
    "path": "/sandbox/specimens/my-invalid-request.jpg",
    "sha256": "3e44217ccbc7b5b086da5c50f4d8c59bacbe607436c20942b670d6edf666bc41",
    "message": {
      "CardNumber": "811214-01-7878",
      "DateOfBirth": "19811214",
      "Gender": "PEREMPUAN",
      "Name": "AMIRAH ROHANA BINTI HAKIM",
      "Address": "KAMPUNG PARIT JAWA PO BOX 169 87031 LABUAN WP LABUAN"
    }
  },
  {
    "name": "my-invalid-format",
    "country": "my",
    "outcome": "invalid_format",
    "path": "/sandbox/specimens/my-invalid-format.jpg",
    "sha256": "4018ba8230c8f4dd02d2f76b29beaa7df45628eeb29e7471ee5ff7a7cb688ae9",
    "message": {
      "CardNumber": "790902-48-5878",
      "DateOfBirth": "19790902",
      "Gender": "PEREMPUAN",
      "Name": "TENGKU PUTERI SURAYA BT RAZAK",
      "Address": "PT 586 KG AYER HITAM 94900 LINGGA SARAWAK"
    }
  },
  {
    "name": "my-invalid-size",
    "country": "my",
    "outcome": "invalid_size",
    "path": "/sandbox/specimens/my-invalid-size.jpg",
    "sha256": "46accf01beda12ca062f91014e4c848c96de06c5a6426c0f0ce2117455bf0dfe",
    "message": {
      "CardNumber": "630806-10-6788",
      "DateOfBirth": "19630806",
      "Gender": "PEREMPUAN",
      "Name": "AZIZAH ROHANA BT ABD RAHIM ARIF",
      "Address": "BLOK 3-18-9 RUMAH PANGSA MUHIBBAH JALAN KUALA KRAI 09410 PADANG SERAI KEDAH"
    }
  },
  {
    "name": "my-inner-error",
    "country": "my",
    "outcome": "inner_error",
    "path": "/sandbox/specimens/my-inner-error.jpg",
    "sha256": "7ddabefca91cbcfa287962dcd2a6c8ff8e62d0cc03838f7b11bd34fe8eecaa3b",
    "message": {
      "CardNumber": "680207-47-6494",
      "DateOfBirth": "19680207",
      "Gender": "PEREMPUAN",
      "Name": "THANALETCHUMI A/P BALAKRISHNAN",
      "Address": "KAMPUNG TELOK GONG PO BOX 14 06350 POKOK SENA KEDAH"
    }
  },
  {
    "name": "my-low-confidence",
    "country": "my",
    "outcome": "low_confidence",
    "path": "/sandbox/specimens/my-low-confidence.jpg",
    "sha256": "1c9a6bd88224ebd5489916c79285a00e205ec65a59e05f557110aa724171ab5b",
    "message": {
      "CardNumber": "700220-32-7622",
      "DateOfBirth": "19700220",
      "Gender": "PEREMPUAN",
      "Name": "NURUL HUDA BINTI RIDZUAN DANIAL",
      "Address": "NO 343-1 LORONG HAJI ABDULLAH 11/10A SEKSYEN HARMONI MERDEKA 06150 AYER HITAM KEDAH"
    }
  },
  {
    "name": "pk-expired",
    "country": "pk",
    "outcome": "expired",
    "path": "/sandbox/specimens/pk-expired.jpg",
    "sha256": "1abae9bc19cb2dd887a02d6b4b369170de9d16845d4adf67c64d7116fc38dc0b",
    "message": {
      "idNumber": "44820-8098368-6",
      "name": "Hira Bibi",
      "fatherName": "Muhammad Abdul",
      "gender": "F",
      "country": "Norway",
      "birthDay": "19520927",
      "issueDay": "20190704",
      "expiryDay": "20240704"
    }
  },
  {
    "name": "my-mismatch",
    "country": "my",
    "outcome": "mismatch",
    "path": "/sandbox/specimens/my-mismatch.jpg",
    "sha256": "52a0e1bf096c167ba70bbf17fc346c26340e08173c1179ff1b9e746c77499587",
    "message": {
      "CardNumber": "700328-13-7865",
      "DateOfBirth": "19700328",
      "Gender": "LELAKI",
      "Name": "CHE MAT @ RAZAK BIN MEGAT ZAHARI SAIFUL",
      "Address": "NO 3A JLN SELASIH TAMAN INDAH 95900 LUBOK ANTU SARAWAK"
    }
  },
  {
    "name": "my-slow",
    "country": "my",
    "outcome": "slow",
    "path": "/sandbox/specimens/my-slow.jpg",
    "sha256": "2a0db030930ab7b1ef90c899db643854cf13d90637869777e25f8c5d17fda9d0",
    "message": {
      "CardNumber": "011218-53-0975",
      "DateOfBirth": "20011218",
      "Gender": "LELAKI",
      "Name": "HO HOCK KAR",
      "Address": "C-3-6 RUMAH PANGSA PERDANA JALAN SEMARAK 34200 PARIT BUNTAR PERAK"
    }
  },
  {
    "name": "my-outage",
    "country": "my",
    "outcome": "outage",
    "path": "/sandbox/specimens/my-outage.jpg",
    "sha256": "61d833f55ebb819f3a92303be0960470de7c6468e470eccd44fa1e7cb5c7c43b",
    "message": {
      "CardNumber": "560928-57-6451",
      "DateOfBirth": "19560928",
      "Gender": "LELAKI",
      "Name": "HAFIZ NAZRI BIN RAZAK",
      "Address": "C-17-7 APARTMENT PUTERI JALAN INDAH 21500 SUNGAI TONG TERENGGANU"
    }
  }
];

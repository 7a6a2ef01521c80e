import type { StoryPerson } from '@simpul/schema/demo/person.types';

const MEN =
  words(`Agus Arif Asep Bagus Dani Dedi Eko Fajar Galih Hendra Ilham Joko Karta Lukman Maman Nanang Opik Rizal
  Surya Tono Ujang Wawan Yana Zaki`);
const WOMEN =
  words(`Ani Citra Dewi Eka Fitri Gita Hani Indah Juju Kartini Lilis Mira Neneng Oktavia Putri Ratna Sari
  Tuti Umi Vina Wulan Yanti Yuni Zahra`);
const MIDDLE =
  words(`Adi Aji Bakti Cahya Darma Elok Gemilang Harum Intan Jaya Kencana Lestari Mulya Nirmala Pratama
  Rahayu Setia Tirta Utama Wening`);
/** Words for example and invention, which no family bears: nobody can be taken for a real person. */
const FAMILY =
  words(`Andaian Angankata Bayangan Contoh Fiktif Ibarat Khayali Misalnya Peraga Percontohan Purwarupa Rekaan
  Semisal Simulasi Teladan Umpama`);

const SURE = 10;

/** What the labour office makes up about a person: all of it from the id alone, so that it comes out the same again. */
export interface Particulars {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly domicileVerified: boolean;
}

/** Invented particulars. A likely duplicate bears the other record's name, spelt a little differently. */
export function particularsOf({ id, sex, resemblesId }: StoryPerson): Particulars {
  const name = resemblesId === null ? nameOf(id, sex) : respelt(nameOf(resemblesId, sex));
  const digit = digitsOf(id);
  const [first = '', ...others] = name.toLowerCase().split(' ');
  return {
    name,
    // 0800 is for free calls to companies: nobody's telephone.
    phone: `+62800${String(digit(20, 6) % 10_000_000).padStart(7, '0')}`,
    email: `${first}.${others.at(-1) ?? first}.${id.slice(0, 4)}@${digit(26, 1) % 2 === 0 ? 'example.id' : 'example.org'}`,
    address: `Jalan Contoh ${String(1 + (digit(20, 2) % 60))} No. ${String(1 + (digit(22, 2) % 120))}, RT 0${String(1 + (digit(24, 1) % 9))}/RW 0${String(1 + (digit(25, 1) % 9))}`,
    domicileVerified: digit(27, 2) % SURE !== 0,
  };
}

/** A short mark of an id, for invented numbers of documents. */
export function markOf(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

function nameOf(id: string, sex: StoryPerson['sex']): string {
  const digit = digitsOf(id);
  return [
    pick(sex === 'MALE' ? MEN : WOMEN, digit(0, 4)),
    pick(MIDDLE, digit(4, 4)),
    pick(FAMILY, digit(24, 4)),
  ].join(' ');
}

/** As another clerk would have typed it. */
function respelt(name: string): string {
  const [first = '', middle = '', ...family] = name.split(' ');
  return [first.replace(/[ai]$/, '$&h'), `${middle.charAt(0)}.`, ...family].join(' ');
}

/** Reads hexadecimal digits of a random id as a number; digits 12 and 16 say only which kind of UUID it is. */
function digitsOf(id: string): (from: number, length: number) => number {
  const digits = id.replaceAll('-', '');
  return (from, length) => parseInt(digits.slice(from, from + length), 16);
}

function pick(list: readonly string[], number: number): string {
  return list[number % list.length] ?? '';
}

function words(text: string): string[] {
  return text.split(/\s+/);
}

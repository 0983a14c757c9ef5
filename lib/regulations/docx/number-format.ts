const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
const LATIN = "abcdefghijklmnopqrstuvwxyz";
/** The letters by which Russian lists count: without ё, й, ъ, ы, ь. */
const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";

/** A number of a list as its format says (ECMA-376 part 1, 17.18.59); formats that are not known count in figures. */
export function writeNumber(value: number, format: string): string {
  switch (format) {
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letter(value, LATIN).toUpperCase();
    case "lowerLetter":
      return letter(value, LATIN);
    case "russianUpper":
      return letter(value, RUSSIAN).toUpperCase();
    case "russianLower":
      return letter(value, RUSSIAN);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(value);
  }
}

function roman(value: number): string {
  let left = value;
  let text = "";
  for (const [size, sign] of ROMAN) {
    while (left >= size && text.length < 30) {
      text += sign;
      left -= size;
    }
  }
  return text;
}

/** a … z, then aa, bb, …: one letter as often as the alphabet was gone through. */
function letter(value: number, alphabet: string): string {
  if (value < 1) return String(value);
  const place = (value - 1) % alphabet.length;
  return (alphabet[place] ?? "").repeat(Math.min(Math.ceil(value / alphabet.length), 10));
}

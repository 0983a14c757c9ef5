/**
 * Names of elements and attributes as numbers, so that a million cells are read without making a string for each tag.
 * Up to four ASCII letters are packed exactly; longer names are hashed into negative numbers, which packed ones never are.
 */
export function nameCode(name: string): number {
  let packed = 0;
  let hash = 0;
  for (let index = 0; index < name.length; index += 1) {
    const byte = name.charCodeAt(index);
    packed = (packed << 8) | byte;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  return name.length <= 4 ? packed : hash | HASHED;
}

/** The sign bit: set in the codes of names longer than four letters. */
export const HASHED = -0x80000000;

export const NAME = {
  b: nameCode("b"),
  c: nameCode("c"),

  f: nameCode("f"),
  is: nameCode("is"),
  r: nameCode("r"),
  row: nameCode("row"),
  rPh: nameCode("rPh"),
  sheet: nameCode("sheet"),
  sheetData: nameCode("sheetData"),
  sheets: nameCode("sheets"),
  si: nameCode("si"),
  t: nameCode("t"),
  v: nameCode("v"),
  workbookPr: nameCode("workbookPr"),
  date1904: nameCode("date1904"),
  relationship: nameCode("Relationship"),
  /** `r:id`: the code of an attribute with a prefix is the complement, so that `xmlns:r` is not taken for `r` */
  relationshipId: ~nameCode("id"),
  id: nameCode("Id"),
  type: nameCode("Type"),
  target: nameCode("Target"),
  targetMode: nameCode("TargetMode"),
  name: nameCode("name"),
  state: nameCode("state"),
} as const;

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
  /** OpenDocument: its elements and attributes all have prefixes */
  table: nameCode("table"),
  tableRow: nameCode("table-row"),
  tableCell: nameCode("table-cell"),
  rowGroup: nameCode("table-row-group"),
  headerRows: nameCode("table-header-rows"),
  rows: nameCode("table-rows"),
  coveredCell: nameCode("covered-table-cell"),
  style: nameCode("style"),
  tableProperties: nameCode("table-properties"),
  p: nameCode("p"),
  s: nameCode("s"),
  tab: nameCode("tab"),
  lineBreak: nameCode("line-break"),
  annotation: nameCode("annotation"),
  encryption: nameCode("encryption-data"),
  nullDate: nameCode("null-date"),
  prefixedName: ~nameCode("name"),
  prefixedStyle: ~nameCode("style-name"),
  prefixedC: ~nameCode("c"),
  display: ~nameCode("display"),
  rowsRepeated: ~nameCode("number-rows-repeated"),
  columnsRepeated: ~nameCode("number-columns-repeated"),
  valueType: ~nameCode("value-type"),
  value: ~nameCode("value"),
  dateValue: ~nameCode("date-value"),
  timeValue: ~nameCode("time-value"),
  booleanValue: ~nameCode("boolean-value"),
  formula: ~nameCode("formula"),
} as const;

import { nameCode } from "../../platform/workbook/xml-names.ts";
import { TOKEN, type XmlScanner } from "../../platform/workbook/xml-scanner.ts";
import { decodeXmlLiteral, decodeXmlText } from "../../platform/workbook/xml-text.ts";

/** Elements and attributes of a text document; attributes have a prefix, hence the complement (see xml-names). */
export const W = {
  abstractNum: nameCode("abstractNum"),
  abstractNumId: nameCode("abstractNumId"),
  alternate: nameCode("AlternateContent"),
  basedOn: nameCode("basedOn"),
  br: nameCode("br"),
  cr: nameCode("cr"),
  ilvl: nameCode("ilvl"),
  isLgl: nameCode("isLgl"),
  lvl: nameCode("lvl"),
  lvlOverride: nameCode("lvlOverride"),
  lvlText: nameCode("lvlText"),
  name: nameCode("name"),
  noBreakHyphen: nameCode("noBreakHyphen"),
  num: nameCode("num"),
  numFmt: nameCode("numFmt"),
  numId: nameCode("numId"),
  outlineLvl: nameCode("outlineLvl"),
  override: nameCode("Override"),
  p: nameCode("p"),
  pStyle: nameCode("pStyle"),
  start: nameCode("start"),
  startOverride: nameCode("startOverride"),
  style: nameCode("style"),
  t: nameCode("t"),
  tab: nameCode("tab"),
  tabs: nameCode("tabs"),
  tbl: nameCode("tbl"),
  tc: nameCode("tc"),
  textBox: nameCode("txbxContent"),
  tr: nameCode("tr"),
  val: ~nameCode("val"),
  idOfNum: ~nameCode("numId"),
  idOfAbstract: ~nameCode("abstractNumId"),
  levelOf: ~nameCode("ilvl"),
  styleId: ~nameCode("styleId"),
  contentType: nameCode("ContentType"),
} as const;

/** The value of an attribute of the element just opened, or null. */
export function attribute(x: XmlScanner, code: number): string | null {
  const index = x.attribute(code);
  return index === -1 ? null : decodeXmlText(x.bytes, x.attributeFrom[index]!, x.attributeTo[index]!);
}

/** The same as a whole number that is not negative, or null. */
export function number(x: XmlScanner, code: number): number | null {
  const text = attribute(x, code);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** All text inside the element just opened; the element is read to its end. */
export function textInside(x: XmlScanner): string {
  let text = "";
  let depth = 1;
  while (depth > 0) {
    const token = x.next();
    if (token === TOKEN.open) depth += 1;
    else if (token === TOKEN.close) depth -= 1;
    else if (token === TOKEN.end) return text;
    else text += (x.textIsLiteral ? decodeXmlLiteral : decodeXmlText)(x.bytes, x.textFrom, x.textTo);
  }
  return text;
}

import { packZip } from "#lib/platform/workbook/deflate.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface XlsxParts {
  /** what stands between the tags of `sheetData`, one entry a sheet */
  sheets: readonly string[];
  /** what stands between the tags of `sst` */
  shared?: string;
  /** parts that replace or join the usual ones */
  parts?: Record<string, string | Uint8Array>;
  /** attributes of the sheet entries, one a sheet */
  attributes?: readonly string[];
}

/** A workbook made by hand, so that tests can hold what no program writes. */
export function makeXlsx({ sheets, shared, parts = {}, attributes = [] }: XlsxParts): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((_, index) => `<sheet name="Лист${index + 1}" sheetId="${index + 1}" r:id="s${index}" ${attributes[index] ?? ""}/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="shared" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>${sheets.map((_, index) => `<Relationship Id="s${index}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${shared ?? ""}</sst>`,
  };
  sheets.forEach((data, index) => {
    all[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(data);
  });
  const encoder = new TextEncoder();
  return packZip(
    Object.fromEntries(
      Object.entries({ ...all, ...parts }).map(([name, part]) => [
        name,
        typeof part === "string" ? encoder.encode(part) : part,
      ]),
    ),
  );
}

/** A worksheet part around these rows. */
export function sheetPart(data: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
}

/** A text cell that carries its own text. */
export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** Places of a byte pattern in an archive, for tests that make its headers lie. */
export function placesOf(bytes: Uint8Array, signature: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === signature) places.push(at);
  }
  return places;
}

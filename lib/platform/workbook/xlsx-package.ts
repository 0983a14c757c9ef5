import { damaged, refuse } from "./refused.ts";
import { NAME } from "./xml-names.ts";
import { scanPart } from "./xml-part.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";
import { decodeXmlText } from "./xml-text.ts";
import type { Zip } from "./zip.ts";

export interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
}

export interface WorkbookParts {
  sheets: readonly SheetPart[];
  sharedStrings: string | null;
  /** dates count from 1904, not from 1900 */
  dates1904: boolean;
}

interface Relationship {
  type: string;
  part: string;
}

const ROOT_RELATIONSHIPS = "_rels/.rels";
const WORKBOOK = "xl/workbook.xml";

/**
 * Finds the parts of a workbook by its relationships. Their types are compared by the last word, because the strict and
 * the transitional form of the format use different addresses.
 */
export function readPackage(zip: Zip, mostSheets: number): WorkbookParts {
  const root = [...readRelationships(zip, ROOT_RELATIONSHIPS, "").values()];
  const workbookPart = root.find(({ type }) => type === "officeDocument")?.part ?? WORKBOOK;
  const x = scanPart(zip, workbookPart);
  if (x === null) return damaged(workbookPart);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const file = workbookPart.slice(folder.length);
  const related = readRelationships(zip, `${folder}_rels/${file}.rels`, folder);
  const sheets: SheetPart[] = [];
  let dates1904 = false;
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token !== TOKEN.open) continue;
    if (x.name === NAME.workbookPr)
      dates1904 = ["1", "true", "on"].includes(attribute(x, NAME.date1904) ?? "");
    if (x.name !== NAME.sheet) continue;
    const relationship = related.get(attribute(x, NAME.relationshipId) ?? "");
    if (relationship === undefined) return damaged(workbookPart);
    if (relationship.type !== "worksheet") continue;
    const name = (attribute(x, NAME.name) ?? "").normalize("NFC");
    const state = attribute(x, NAME.state);
    sheets.push({ name, hidden: state === "hidden" || state === "veryHidden", part: relationship.part });
    if (sheets.length > mostSheets) refuse("tooManySheets", { limit: mostSheets });
  }
  const shared = [...related.values()].find(({ type }) => type === "sharedStrings");
  return { sheets, sharedStrings: shared?.part ?? null, dates1904 };
}

function readRelationships(zip: Zip, part: string, folder: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  const x = scanPart(zip, part);
  if (x === null) return found;
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token !== TOKEN.open || x.name !== NAME.relationship) continue;
    if (attribute(x, NAME.targetMode) === "External") continue;
    const target = attribute(x, NAME.target) ?? "";
    const type = attribute(x, NAME.type) ?? "";
    found.set(attribute(x, NAME.id) ?? "", {
      type: type.slice(type.lastIndexOf("/") + 1),
      part: resolve(folder, target),
    });
  }
  return found;
}

/** Where a target points, seen from the folder of the part that names it. It is a key of the archive, never a path on a disk. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  const path = target.startsWith("/") ? target : folder + target;
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function attribute(x: XmlScanner, code: number): string | null {
  const index = x.attribute(code);
  return index === -1 ? null : decodeXmlText(x.bytes, x.attributeFrom[index]!, x.attributeTo[index]!);
}

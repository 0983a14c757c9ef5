import { CellTexts } from "./cell-texts.ts";
import type { Limits } from "./limits.ts";
import type { Notebook } from "./notebook.ts";
import { damaged, refuse } from "./refused.ts";
import type { TextSheet } from "./workbook.ts";
import { readPackage } from "./xlsx-package.ts";
import { NO_SHARED_STRINGS, readSharedStrings } from "./xlsx-shared-strings.ts";
import { readSheet } from "./xlsx-sheet.ts";
import { scanPart } from "./xml-part.ts";
import type { Zip } from "./zip.ts";

/** Reads the sheets of an OOXML workbook (.xlsx, .xlsm), transitional or strict. Nothing in it is run, fetched or followed. */
export function readXlsx(zip: Zip, limits: Limits, notes: Notebook): TextSheet[] {
  refuseOtherPackages(zip);
  const parts = readPackage(zip, limits.sheets);
  const texts = new CellTexts(limits.cellCharacters);
  const sharedPart = parts.sharedStrings === null ? null : scanPart(zip, parts.sharedStrings);
  const shared = sharedPart === null ? NO_SHARED_STRINGS : readSharedStrings(sharedPart, texts, limits);
  if (zip.has("xl/vbaProject.bin")) notes.add("macrosIgnored");
  if (parts.dates1904) notes.add("dates1904");
  const budget = { cells: limits.cells };
  return parts.sheets.map(({ name, hidden, part }) => {
    const x = scanPart(zip, part) ?? damaged(part);
    return { name, hidden, ...readSheet(x, { sheet: name, shared, texts, limits, notes, budget }) };
  });
}

/** Other things that are zip archives too: each gets the sentence that helps. */
function refuseOtherPackages(zip: Zip): void {
  if (zip.has("[Content_Types].xml")) {
    if (zip.has("xl/workbook.bin")) refuse("binaryWorkbook");
    if (zip.has("word/document.xml") || zip.has("ppt/presentation.xml")) refuse("notASpreadsheet");
    return;
  }
  if (!zip.has("xl/workbook.xml")) refuse("zipArchive");
}

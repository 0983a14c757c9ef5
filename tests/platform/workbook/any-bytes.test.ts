import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { makeXlsx, sheetPart } from "./make-xlsx.ts";

const markup = fc.constantFrom(
  "<row>",
  "</row>",
  '<c r="A1">',
  "<c>",
  "</c>",
  "<v>",
  "</v>",
  "<is>",
  "</is>",
  "<t>",
  "</t>",
  "<f/>",
  "1",
  "&amp;",
  "&",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "<?x?>",
  ' t="s"',
  '"',
  ">",
  "<",
  "Ж",
  "\0",
);

describe("whatever comes in", () => {
  it("bytes of any kind are read or refused, never an error", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xef, 0xbb, 0xbf]),
        (tail, head) => {
          const outcome = readWorkbook(Uint8Array.from([...head, ...tail]), "x.csv");
          expect(typeof outcome.ok).toBe("boolean");
        },
      ),
      { numRuns: 500 },
    );
  });

  it("text tables of any kind are read or refused, and rows and kinds always match", () => {
    const piece = fc.constantFrom(
      '"',
      '""',
      ";",
      ",",
      "\t",
      "\n",
      "\r",
      "\r\n",
      "a",
      "Ж",
      " ",
      "sep=;",
      "=1",
      "\u202e",
      "\0",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const outcome = readWorkbook(new TextEncoder().encode(pieces.join("")), "x.csv");
        if (!outcome.ok) return;
        for (const { rows, kinds } of outcome.workbook.sheets) {
          expect(kinds.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("markup of any kind is read or refused", () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 40 }), (pieces) => {
        const outcome = readWorkbook(
          makeXlsx({ sheets: [""], parts: { "xl/worksheets/sheet1.xml": sheetPart(pieces.join("")) } }),
          "x.xlsx",
        );
        expect(typeof outcome.ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});

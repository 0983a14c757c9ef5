import { describe, expect, it } from "vitest";
import { packZip } from "#lib/platform/workbook/deflate.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { makeXlsx, placesOf, sheetPart, textCell } from "./make-xlsx.ts";
import { opened, refusalOf } from "./outcome.ts";

const ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';
const withSheet = (part: string | Uint8Array) =>
  makeXlsx({ sheets: [""], parts: { "xl/worksheets/sheet1.xml": part } });
const DIRECTORY_LINE = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

describe("what inflates without end", () => {
  it("a sheet that grows a thousandfold is refused before it is in memory", () => {
    const bomb = Buffer.alloc(40 * 1024 * 1024, "<!--x-->");
    expect(refusalOf(withSheet(bomb)).code).toBe("inflatesTooMuch");
  });

  it("megabytes of nothing are no cell and no sheet", () => {
    expect(refusalOf(withSheet(Buffer.alloc(3 * 1024 * 1024, " "))).code).toBe("damagedFile");
  });

  it("a bomb in the shared texts is refused, one in a picture is never opened", () => {
    const bomb = new Uint8Array(20 * 1024 * 1024);
    expect(refusalOf(makeXlsx({ sheets: [ONE_CELL], parts: { "xl/sharedStrings.xml": bomb } })).code).toBe(
      "inflatesTooMuch",
    );
    expect(
      opened(makeXlsx({ sheets: [ONE_CELL], parts: { "xl/media/image1.png": bomb } })).sheets,
    ).toHaveLength(1);
  });

  it("all parts together stay within the limit, even if sheets share one part", () => {
    const noise = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${(index * 7919) % 99_991}</v></c></row>`,
    );
    const bytes = makeXlsx({ sheets: [noise.join("")] });
    const outcome = readWorkbook(bytes, "book.xlsx", { inflatedBytes: 500_000 });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "inflatesTooMuch" } });
  });

  it.each([
    ["shorter", 10],
    ["longer", 100_000_000],
  ])("a header that says the part is %s than it is refuses the file", (_, size) => {
    const bytes = makeXlsx({ sheets: [ONE_CELL] });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const at of placesOf(bytes, DIRECTORY_LINE)) view.setUint32(at + 24, size, true);
    expect(refusalOf(bytes).code).toBe("damagedFile");
  });
});

describe("document type declarations", () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ""};`.repeat(10)}">`).join("")}]>`;
  it.each([
    ["an external entity", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ["entities of entities", laughs],
    ["a bare declaration", "<!DOCTYPE worksheet>"],
  ])("%s is refused in a sheet, in the shared texts and in the relationships", (_, declaration) => {
    const sheet = sheetPart(`<row r="1">${textCell("A1", "&e;")}</row>`).replace(
      "?>\n",
      `?>\n${declaration}`,
    );
    expect(refusalOf(withSheet(sheet)).code).toBe("forbiddenMarkup");
    for (const part of ["xl/sharedStrings.xml", "_rels/.rels", "xl/workbook.xml"]) {
      expect(refusalOf(makeXlsx({ sheets: [ONE_CELL], parts: { [part]: `${declaration}<x/>` } })).code).toBe(
        "forbiddenMarkup",
      );
    }
  });

  it("a reference to an entity that nobody declared refuses the file", () => {
    expect(refusalOf(makeXlsx({ sheets: [`<row r="1">${textCell("A1", "&e;")}</row>`] })).code).toBe(
      "damagedFile",
    );
  });
});

describe("other things in the same clothes", () => {
  const ole = (name: string) =>
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(1024),
      Buffer.from(`${name}\0`, "utf16le"),
      Buffer.alloc(512),
    ]);
  const zipOf = (parts: Record<string, string>) =>
    packZip(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
  it.each([
    ["an encrypted workbook", ole("EncryptedPackage"), "encryptedFile"],
    ["a container of the old format with nothing in it", ole("Workbook"), "damagedFile"],
    ["an older document", ole("WordDocument"), "notASpreadsheet"],
    [
      "an OpenDocument table without a table",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }),
      "emptyFile",
    ],
    [
      "an OpenDocument text",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
      "notASpreadsheet",
    ],
    [
      "an OpenDocument table with a password",
      zipOf({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml":
          "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        "content.xml": "garbage",
      }),
      "encryptedFile",
    ],
    [
      "a binary workbook",
      zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" }),
      "binaryWorkbook",
    ],
    [
      "a text document",
      zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>" }),
      "notASpreadsheet",
    ],
    ["an archive of tables", zipOf({ "школа 1.xlsx": "x", "школа 2.xlsx": "y" }), "zipArchive"],
    ["an empty archive", packZip({}), "zipArchive"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "notASpreadsheet"],
  ])("%s is refused by its own sentence", (_, bytes, code) => {
    expect(refusalOf(bytes, "отчёт.xlsx")).toMatchObject({ code, params: { file: "отчёт.xlsx" } });
  });

  it("an encrypted part is refused as a file with a password", () => {
    const bytes = makeXlsx({ sheets: [ONE_CELL] });
    for (const at of placesOf(bytes, DIRECTORY_LINE)) bytes[at + 8]! |= 1;
    expect(refusalOf(bytes).code).toBe("encryptedFile");
  });
});

describe("damage", () => {
  const good = makeXlsx({ sheets: [ONE_CELL + ONE_CELL.replaceAll("1", "2")] });

  it("a workbook cut anywhere is refused, whatever is left of it", () => {
    for (let length = 4; length < good.length; length += 61) {
      expect(["cutOffWorkbook", "damagedFile"]).toContain(refusalOf(good.subarray(0, length)).code);
    }
  });

  it("a single changed byte never makes another table of it", () => {
    const expected = JSON.stringify(opened(good).sheets);
    for (let at = 0; at < good.length; at += 1) {
      const changed = Uint8Array.from(good);
      changed[at]! ^= 0x55;
      const outcome = readWorkbook(changed, "book.xlsx");
      // Bytes that mean nothing (times, versions, the names of parts that are not needed) may change.
      if (outcome.ok) expect(JSON.stringify(outcome.workbook.sheets)).toBe(expected);
    }
  });

  it.each([
    ["an element that is not closed", sheetPart('<row r="1"><c r="A1"><v>1</v></c>')],
    ["elements that cross", sheetPart('<row r="1"><c r="A1"><v>1</c></v></row>')],
    ["rows that go back", sheetPart('<row r="2"/><row r="1"/>')],
    ["a cell that stands twice", sheetPart('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')],
    ["an address in another row", sheetPart('<row r="1"><c r="A7"><v>1</v></c></row>')],
    ["a row beyond the last", sheetPart('<row r="1048577"><c><v>1</v></c></row>')],
    ["a shared text that is not there", sheetPart('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')],
    ["a kind of cell that does not exist", sheetPart('<row r="1"><c r="A1" t="q"><v>0</v></c></row>')],
    [
      "letters that are not UTF-8",
      Buffer.concat([
        Buffer.from('<worksheet><sheetData><row><c t="str"><v>'),
        Buffer.from([0xff, 0xc0]),
        Buffer.from("</v></c></row></sheetData></worksheet>"),
      ]),
    ],
    ["two roots", `${sheetPart("")}<x/>`],
    ["no element at all", "текст"],
    ["a tag without an end", '<worksheet a="1'],
    ["depth without end", "<a>".repeat(100_000)],
    ["an attribute without end", `<worksheet a="${"x".repeat(3_000_000)}`],
  ])("%s refuses the file", (_, part) => {
    expect(refusalOf(withSheet(part)).code).toBe("damagedFile");
  });

  it("two parts of one name refuse the file, because programs disagree which one counts", () => {
    const bytes = makeXlsx({ sheets: [ONE_CELL, ONE_CELL] });
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = text.indexOf("sheet2.xml"); at !== -1; at = text.indexOf("sheet2.xml", at + 1))
      text.write("sheet1.xml", at);
    expect(refusalOf(bytes).code).toBe("damagedFile");
  });

  it("names of parts are keys and never paths", () => {
    const parts = {
      "../../../tmp/evil.txt": "x",
      "/etc/passwd": "x",
      "C:\\Windows\\x.ini": "x",
      __proto__: "x",
    };
    expect(opened(makeXlsx({ sheets: [ONE_CELL], parts })).sheets[0]!.rows).toEqual([["1"]]);
    const relationships =
      '<Relationships><Relationship Id="s0" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>';
    expect(
      refusalOf(makeXlsx({ sheets: [ONE_CELL], parts: { "xl/_rels/workbook.xml.rels": relationships } }))
        .code,
    ).toBe("damagedFile");
  });

  it("a sheet that lies elsewhere is never fetched", () => {
    const relationships =
      '<Relationships><Relationship Id="s0" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1/sheet.xml"/></Relationships>';
    expect(
      refusalOf(makeXlsx({ sheets: [ONE_CELL], parts: { "xl/_rels/workbook.xml.rels": relationships } }))
        .code,
    ).toBe("damagedFile");
  });

  it("a local header that is not where the contents say refuses the file", () => {
    const bytes = makeXlsx({ sheets: [ONE_CELL] });
    for (const at of placesOf(bytes, LOCAL_HEADER).slice(1)) bytes[at] = 0;
    expect(refusalOf(bytes).code).toBe("damagedFile");
  });
});

describe("sheets without end", () => {
  it("a far cell costs nothing and is pointed at", () => {
    const book = opened(
      makeXlsx({ sheets: [`${ONE_CELL}<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>`] }),
    );
    expect(book.sheets[0]!.rows).toEqual([["1"]]);
    expect(book.notes).toMatchObject([{ code: "farCell", row: 1_048_576, column: 16_384, raw: "7" }]);
  });

  it("a table that goes on below the limit is refused", () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `<row r="${300_000 + index}"><c><v>1</v></c></row>`,
    );
    expect(refusalOf(makeXlsx({ sheets: [ONE_CELL + rows.join("")] })).code).toBe("tooManyRows");
  });

  it("a million short rows are refused", () => {
    expect(refusalOf(makeXlsx({ sheets: ["<row><c><v>1</v></c></row>".repeat(1_000_000)] })).code).toMatch(
      /tooManyRows|inflatesTooMuch/,
    );
  });

  it("column 16,385 is refused", () => {
    expect(refusalOf(makeXlsx({ sheets: ['<row r="1"><c r="XFE1"><v>1</v></c></row>'] })).code).toBe(
      "tooManyColumns",
    );
    expect(refusalOf(makeXlsx({ sheets: [`<row>${"<c><v>1</v></c>".repeat(16_385)}</row>`] })).code).toBe(
      "tooManyColumns",
    );
  });

  it("wide gaps in many rows are refused before they fill the memory", () => {
    const rows = Array.from(
      { length: 2000 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    expect(refusalOf(makeXlsx({ sheets: [rows.join("")] })).code).toBe("tooManyCells");
  });

  it.each([
    ["inline", (text: string) => makeXlsx({ sheets: [`<row r="1">${textCell("A1", text)}</row>`] })],
    [
      "shared",
      (text: string) =>
        makeXlsx({
          sheets: ['<row r="1"><c r="A1" t="s"><v>0</v></c></row>'],
          shared: `<si><t>${text}</t></si>`,
        }),
    ],
    [
      "in runs",
      (text: string) =>
        makeXlsx({
          sheets: ['<row r="1"><c r="A1" t="s"><v>0</v></c></row>'],
          shared: `<si><r><t>${text}</t></r></si>`,
        }),
    ],
  ])("a cell longer than a cell can be is refused (%s)", (_, make) => {
    expect(refusalOf(make("Ж".repeat(32_768))).code).toBe("cellTooLong");
    expect(opened(make("Ж".repeat(32_767))).sheets[0]!.rows[0]![0]).toHaveLength(32_767);
    const varied = Array.from(
      { length: 5_000_000 },
      (_, index) => (Math.imul(index, 2_654_435_761) >>> 16) % 10,
    ).join("");
    expect(refusalOf(make(varied)).code).toBe("cellTooLong");
  });

  it("more sheets than anybody reads are refused", () => {
    expect(refusalOf(makeXlsx({ sheets: Array<string>(61).fill(ONE_CELL) })).code).toBe("tooManySheets");
  });

  it("a file larger than the limit is refused unread", () => {
    const outcome = readWorkbook(new Uint8Array(1001), "большой.xlsx", { fileBytes: 1000 });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "fileTooLarge" } });
  });

  it("equal findings beyond the first thousand are counted, not listed", () => {
    const rows = Array.from(
      { length: 1500 },
      (_, index) => `<row r="${index + 1}">${textCell(`A${index + 1}`, "_x0000_")}</row>`,
    );
    const { notes } = opened(makeXlsx({ sheets: [rows.join("")] }));
    expect(notes).toHaveLength(1001);
    expect(notes.at(-1)).toMatchObject({
      code: "moreOfTheSame",
      params: { code: "controlCharacters", count: 500 },
    });
  });
});

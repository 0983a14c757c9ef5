import { describe, expect, it } from "vitest";
import { packZip } from "#lib/platform/workbook/deflate.ts";
import { readDocx } from "#lib/regulations/docx/read-docx.ts";
import { docxRefusals } from "#lib/regulations/docx/refusals.ts";
import { locales } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";
import { docxOf, plain } from "./sample.ts";

const code = (bytes: Uint8Array, limits = {}) => {
  const outcome = readDocx(bytes, limits);
  return outcome.ok ? "read" : outcome.refusal.code;
};
const text = (...parts: string[]) => Buffer.from(parts.join(""), "utf8");
const TYPES = text('<?xml version="1.0"?><Types xmlns="t"></Types>');
const body = (inside: string, before = "") =>
  text(`<?xml version="1.0"?>${before}<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`);
const packed = (parts: Record<string, Uint8Array>) => packZip({ "[Content_Types].xml": TYPES, ...parts });
const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);

describe("a file that is no readable document is refused with its reason", () => {
  it("empty", () => expect(code(new Uint8Array())).toBe("emptyFile"));
  it("too large", () => expect(code(text("x".repeat(100)), { fileBytes: 99 })).toBe("fileTooLarge"));
  it("plain text", () => expect(code(text("просто текст"))).toBe("notDocx"));
  it("a web page", () => expect(code(text("<!doctype html><p>приказ</p>"))).toBe("notDocx"));
  it("a PDF", () => expect(code(text("%PDF-1.7\n…"))).toBe("pdf"));
  it("the old format", () => expect(code(ole("WordDocument"))).toBe("oldDoc"));
  it("behind a password", () => expect(code(ole("EncryptedPackage"))).toBe("encrypted"));
  it("a spreadsheet", () => expect(code(packed({ "xl/workbook.xml": text("<a/>") }))).toBe("spreadsheet"));
  it("another archive", () => expect(code(packed({ "photo.jpg": text("x") }))).toBe("notDocx"));
  it("without any text", () => expect(code(packed({ "word/document.xml": body("<w:p/>") }))).toBe("noText"));
  it("with broken markup", () =>
    expect(code(packed({ "word/document.xml": body("<w:p><w:t>а</w:p>") }))).toBe("damaged"));
  it("with macros as a part", () =>
    expect(code(packed({ "word/document.xml": body("<w:p/>"), "word/vbaProject.bin": text("x") }))).toBe(
      "macros",
    ));
  it("with macros by its type", () => {
    const types = text(
      '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    );
    expect(code(packZip({ "[Content_Types].xml": types, "word/document.xml": body("<w:p/>") }))).toBe(
      "macros",
    );
  });
  it("cut off on the way", async () => {
    const bytes = await docxOf([plain("1. Начало")]);
    expect(code(bytes.subarray(0, bytes.length - 200))).toBe("cutOff");
  });
  it("that declares entities", () => {
    const bomb = body("<w:p><w:t>&a;</w:t></w:p>", '<!DOCTYPE x [<!ENTITY a "aaaa">]>');
    expect(code(packed({ "word/document.xml": bomb }))).toBe("forbiddenMarkup");
  });
  it("that inflates without end", () => {
    const spaces = `<w:p><w:r><w:t>${" ".repeat(900_000)}</w:t></w:r></w:p>`;
    expect(code(packed({ "word/document.xml": body(spaces.repeat(80)) }))).toBe("inflatesTooMuch");
  });
  it("with more clauses than anybody can review", () => {
    const many = Array.from(
      { length: 3_001 },
      (_, i) => `<w:p><w:r><w:t>1.${(i % 99) + 1}. п</w:t></w:r></w:p>`,
    ).join("");
    expect(code(packed({ "word/document.xml": body(many) }))).toBe("tooManyClauses");
  });
});

it("every refusal has its sentence in both languages", () => {
  for (const locale of locales)
    for (const one of docxRefusals)
      expect(
        translator(locale, "regulations")(`docx.${one}`, { limit: 1, megabytes: 1, seconds: 1 }),
      ).not.toBe("");
});

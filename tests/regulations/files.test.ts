import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { documentBytes } from "#lib/platform/storage/documents.ts";
import { discard, receive } from "#lib/platform/storage/uploads.ts";
import { adoptEdition } from "#lib/regulations/edition-commands.ts";
import { addFile, removeFile } from "#lib/regulations/file-commands.ts";
import { dropImport, importDocx, takeImport } from "#lib/regulations/import-commands.ts";
import { getImport } from "#lib/regulations/import-queries.ts";
import { findPublicFile } from "#lib/regulations/public-queries.ts";
import { getEdition, getFile } from "#lib/regulations/queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { docxOf, plain } from "./docx/sample.ts";
import { act, adopted, draftOf, now, today } from "./story.ts";

let place: SmallRegion;
let head: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  head = await person("head", { schoolId: place.schoolIds[0] });
  stranger = await person("head", { schoolId: place.schoolIds[1] });
});

/** Sends a file as the route does: received to disk, taken, thrown away. */
async function attach(
  draft: { editionId: number; version: number },
  name: string,
  bytes: Uint8Array | string,
) {
  const file = await receive(Readable.from([Buffer.from(bytes)]));
  try {
    return await addFile(head, draft, { ...file, name }, now);
  } finally {
    await discard(file);
  }
}
const PDF = "%PDF-1.7\nприказ\n%%EOF\n";

describe("a file of an edition", () => {
  it("is kept under its hash outside the database, and goes when nothing names it", async () => {
    const { regulationId } = await act(head, "school");
    const { editionId, version } = await draftOf(head, regulationId, "2025-09-01", []);
    await attach({ editionId, version }, "../../Приказ № 5.pdf", PDF);
    const [file] = (await getEdition(head, editionId, today)).files;
    expect(file).toMatchObject({ name: "Приказ № 5.pdf", kind: "pdf", bytes: Buffer.byteLength(PDF) });
    expect(Buffer.from((await documentBytes(file!.sha256))!).toString()).toBe(PDF);
    await expect(attach({ editionId, version: 3 }, "Ещё раз.pdf", PDF)).rejects.toMatchObject({
      messageKey: "regulations.refused.sameFile",
    });
    expect(await documentBytes(file!.sha256)).not.toBeNull();
    await removeFile(head, { editionId, version: 3, fileId: file!.id }, now);
    expect(await documentBytes(file!.sha256)).toBeNull();
  });

  it("is read by whoever may read the edition, by everybody only when the act is public and adopted", async () => {
    const { regulationId } = await act(head, "school", { public: true });
    const { editionId, version } = await draftOf(head, regulationId, "2025-09-01", []);
    await attach({ editionId, version }, "a.pdf", `${PDF} `);
    const [file] = (await getEdition(head, editionId, today)).files;
    expect(await findPublicFile(file!.id)).toBeNull();
    await expect(getFile(stranger, file!.id)).rejects.toMatchObject({ kind: "notFound" });
    await adoptEdition(head, { editionId, version: 3 }, now);
    expect((await findPublicFile(file!.id))?.sha256).toBe(file!.sha256);
    await expect(removeFile(head, { editionId, version: 4, fileId: file!.id }, now)).rejects.toMatchObject({
      messageKey: "regulations.refused.adopted",
    });
  });

  it.each([
    ["a picture named as a PDF", "скан.pdf", "\x89PNG\r\n", "notDocx"],
    ["a PDF that was cut off", "приказ.pdf", "%PDF-1.7\n", "cutOff"],
    ["a program", "приказ.docx", "MZ\x90\x00", "notDocx"],
    ["an empty file", "приказ.pdf", "", "emptyFile"],
  ])("is refused when it is %s", async (_what, name, bytes, code) => {
    const { regulationId } = await act(head, "school");
    const draft = await draftOf(head, regulationId, "2025-09-01", []);
    await expect(attach(draft, name, bytes)).rejects.toMatchObject({
      messageKey: `regulations.docx.${code}`,
    });
    expect((await getEdition(head, draft.editionId, today)).files).toEqual([]);
  });
});

describe("the text of a draft from a document", () => {
  it("waits for review, then takes over the keys of the edition before", async () => {
    const { regulationId } = await act(head, "school");
    await adopted(head, regulationId, "2025-09-01", [
      "Школа ведёт график работ на год",
      "Справку готовят за десять дней",
    ]);
    const { editionId, version } = await draftOf(head, regulationId, "2026-09-01", ["как было"]);
    const bytes = await docxOf([
      plain("УТВЕРЖДЕНО"),
      plain("1. Справку готовят за пять дней."),
      plain("2. Новый порядок питания."),
      plain("3. Школа ведёт график работ на год"),
      plain("Подпись"),
    ]);
    const { importId } = await importDocx(
      head,
      { editionId, version },
      { name: "п.docx", bytes: bytes.length, sha256: "0" },
      bytes,
      now,
    );
    const bodies = async () =>
      (await getEdition(head, editionId, today)).clauses.map(({ key, body }) => `${key} ${body}`);
    expect(await bodies()).toEqual(["1-2 как было"]);
    expect((await getImport(head, importId)).text.clauses.length).toBe(4);
    await takeImport(head, { importId, version: version + 1, leftOut: ["0"], joined: [] }, now);
    expect(
      (await getEdition(head, editionId, today)).clauses.map(({ key, number }) => `${key} ${number}`),
    ).toEqual(["2 1", "2-2 2", "1 3"]);
    await expect(
      takeImport(head, { importId, version: version + 2, leftOut: [], joined: [] }, now),
    ).rejects.toMatchObject({
      messageKey: "regulations.refused.importGone",
    });
  });

  it("stays as it was when the document is refused or the review is dropped", async () => {
    const { regulationId } = await act(head, "school");
    const { editionId, version } = await draftOf(head, regulationId, "2026-09-01", ["как было"]);
    const file = { name: "п.docx", bytes: 3, sha256: "0" };
    await expect(
      importDocx(head, { editionId, version }, file, Buffer.from("нет"), now),
    ).rejects.toMatchObject({
      messageKey: "regulations.docx.notDocx",
    });
    const { importId } = await importDocx(
      head,
      { editionId, version },
      file,
      await docxOf([plain("1. Иное.")]),
      now,
    );
    await expect(getImport(stranger, importId)).rejects.toMatchObject({ kind: "notFound" });
    await dropImport(head, { importId });
    expect((await getEdition(head, editionId, today)).clauses.map(({ body }) => body)).toEqual(["как было"]);
  });
});

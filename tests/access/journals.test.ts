import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { idle } from "#lib/platform/access/form-state.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import * as actions from "#lib/results/journal/actions.ts";
import { answerJournal } from "#lib/results/journal/answer-commands.ts";
import { applyJournal } from "#lib/results/journal/commands.ts";
import { getJournalImport } from "#lib/results/journal/queries.ts";
import { form, likeMissing, refusedToOthers, sessionCookie } from "#tests/access/asking.ts";
import { bringAndCheck, deputyOf, fixture, now, referenceRegion } from "#tests/results/brought.ts";
import { person } from "#tests/support/registry.ts";

// What a browser would send along; Next's own modules have no request here.
let cookie: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name === "portal-session" && cookie ? { value: cookie } : undefined),
  }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const JOURNAL = "Выгрузка отметок. edu970014. 2024-2025.xlsx";
let owner: Viewer & { schoolId: number };
let stranger: Viewer;
let teacher: Viewer;
let expert: Viewer;
let id: number;

beforeAll(async () => {
  const { regionId } = await referenceRegion();
  owner = await deputyOf("970014");
  stranger = await deputyOf("970019");
  teacher = await person("teacher", { schoolId: owner.schoolId, classLabels: ["2024:5А"] });
  expert = await person("expert", { regionId });
  id = await bringAndCheck(owner, JOURNAL, fixture(`journal/${JOURNAL}`));
});

describe("an export of a journal", () => {
  const calls: Record<string, (who: Viewer, importId: number) => unknown> = {
    getJournalImport: (who, importId) => getJournalImport(who, importId),
    applyJournal: (who, importId) => applyJournal(who, importId, now),
    answerJournal: (who, importId) => answerJournal(who, importId, {}, now),
  };
  const askers = () => ({ strangers: { stranger }, unfit: { teacher, expert } });
  refusedToOthers(calls, askers, () => id);
  likeMissing(calls, askers, () => id);

  it("stays untouched by all of these attempts", async () => {
    // No work of this school stands in its year: nothing is asked, and nothing was applied.
    expect((await getJournalImport(owner, id)).state).toBe("ready");
  });
});

describe("actions", () => {
  beforeEach(() => {
    cookie = null;
  });
  const all = new Map(Object.entries(actions));

  it.each([...all.keys()])("%s refuses the signed-out, a teacher and strangers", async (name) => {
    const send = (fields: Record<string, string>) => all.get(name)?.(idle, form(fields));
    const fields = { importId: String(id) };
    expect(await send(fields)).toMatchObject({ status: "refused", messageKey: "notSignedIn" });
    cookie = await sessionCookie(teacher, now);
    expect(await send(fields)).toMatchObject({ status: "refused", messageKey: "forbidden" });
    cookie = await sessionCookie(stranger, now);
    expect(await send(fields)).toMatchObject({ status: "refused", messageKey: "notFound" });
    expect(await send({ importId: "1; DROP" })).toMatchObject({ status: "invalid" });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { publicViewer, systemViewer } from "#lib/platform/access/viewer.ts";
import { applyImport, stageImport } from "#lib/schedule/import-commands.ts";
import { getImport } from "#lib/schedule/import-queries.ts";
import { findPublishedSchedule, listPublishedSchedules } from "#lib/schedule/public-queries.ts";
import { publishSchedule } from "#lib/schedule/publish-commands.ts";
import { getPublication, getRepair, getSchoolSchedule, getSchoolYear } from "#lib/schedule/queries.ts";
import { moveWork } from "#lib/schedule/work-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem } from "#tests/support/registry.ts";

import { begin, deputy, key, now, placedWork, refusal, schoolId, today, year } from "./story.ts";

beforeAll(async () => {
  await testDatabase();
});

describe("publishing", () => {
  beforeAll(begin);
  const publish = async (reason: string, rest: object = {}) => {
    const { fingerprint, base } = await getPublication(deputy, key(), today);
    return publishSchedule(deputy, { ...key(), fingerprint, base, reason, confirmed: true, ...rest }, now);
  };

  it("an empty draft is refused", async () => {
    expect(await refusal(publish(""))).toBe("schedule.publish.error.empty");
  });

  it("families read the edition and never the draft", async () => {
    const id = await placedWork();
    expect(await findPublishedSchedule(schoolId, null)).toBeNull();
    expect(await publish("")).toEqual({ number: 1 });
    await moveWork(deputy, { ...key(), id, version: 1, on: "2026-10-20", lesson: 3, accept: true }, now);
    const published = await findPublishedSchedule(schoolId, year);
    expect(published?.content.works.map(({ on }) => on)).toEqual(["2026-10-15"]);
    expect((await getSchoolSchedule(deputy, key(), today)).changed).toBe(true);
  });

  it("the next edition needs a reason, and one may not publish what one did not see", async () => {
    expect(await refusal(publish(""))).toBe("schedule.refused.reason");
    expect(await refusal(publish("Перенос", { fingerprint: "other" }))).toBe("schedule.refused.draftChanged");
    expect(await refusal(publish("Перенос", { base: 0 }))).toBe("schedule.refused.draftChanged");
    expect(await publish("Перенос из-за экскурсии")).toEqual({ number: 2 });
    expect((await findPublishedSchedule(schoolId, year))?.content.works[0]).toMatchObject({
      on: "2026-10-20",
      sequence: 1,
    });
    expect(await refusal(publish("Ещё раз"))).toBe("schedule.publish.error.unchanged");
  });

  it("what remains against the rules is confirmed first", async () => {
    await placedWork({ subject: "RU", title: "Диктант", on: "2026-10-20" });
    expect(await refusal(publish("Добавлен диктант", { confirmed: false }))).toBe(
      "schedule.refused.notConfirmed",
    );
    expect(await publish("Добавлен диктант")).toEqual({ number: 3 });
  });

  it("an edition is never rewritten, whoever asks", async () => {
    for (const change of ["UPDATE schedule_edition SET reason = 'x'", "DELETE FROM schedule_edition"])
      await expect(inTransaction(systemViewer, (tx) => tx.$executeRawUnsafe(change))).rejects.toThrow(
        /permission denied/,
      );
  });

  it("the list of published schools finds it by a part of its name", async () => {
    const school = await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { id: schoolId } }));
    const found = await listPublishedSchedules(school.login.slice(0, 5));
    expect(found.find(({ slug }) => slug === school.slug)).toMatchObject({ year, number: 3 });
    expect(await listPublishedSchedules("100%")).toEqual([]);
  });
});

describe("repair", () => {
  beforeAll(begin);
  it("proposed moves, accepted one by one, leave what was promised", async () => {
    await placedWork({ on: "2026-11-12" });
    await placedWork({ subject: "RU", title: "Диктант", on: "2026-11-12", lesson: "4" });
    const { repair } = await getRepair(deputy, key(), today);
    expect(repair.moves).toHaveLength(1);
    for (const move of repair.moves) {
      const { works } = await getSchoolYear(deputy, key());
      const work = works.find(({ id }) => `s${id}` === move.work)!;
      await moveWork(deputy, { ...key(), id: work.id, version: work.version, ...move.to, accept: true }, now);
    }
    const after = await getRepair(deputy, key(), today);
    expect(after.report.conflicts).toEqual(repair.remaining);
  });
});

describe("a file of works", () => {
  beforeAll(begin);
  const file = (...lines: string[]) =>
    new TextEncoder().encode(["Дата;Класс;Предмет;Название;Урок", ...lines].join("\n"));
  const good = [
    "15.10.2026;5А;Математика;Дроби;3",
    "22.10.2026;5Б;Русский язык;Диктант;2",
    "01.09.2026;5А;Математика;Входная;2",
  ];
  const stage = (bytes: Uint8Array) => stageImport(deputy, { ...key(), name: "график.csv", bytes }, now);
  const review = async (importId: number) => {
    const view = await getImport(deputy, { schoolId, importId }, today);
    if (view.state !== "review") throw new Error("applied already");
    return view;
  };

  it("changes nothing before it is applied, then places all good rows at once", async () => {
    const { importId } = await stage(file(...good));
    expect((await getSchoolYear(deputy, key())).works).toEqual([]);
    const view = await review(importId);
    expect(view.rows.map(({ state }) => state)).toEqual(["add", "add", "out"]);
    expect(await applyImport(deputy, { importId, fingerprint: view.fingerprint }, now)).toMatchObject({
      added: 2,
    });
    expect((await getSchoolYear(deputy, key())).works.map(({ title }) => title)).toEqual([
      "Дроби",
      "Диктант",
    ]);
    expect(await refusal(applyImport(deputy, { importId, fingerprint: view.fingerprint }, now))).toBe(
      "schedule.refused.alreadyApplied",
    );
  });

  it("the same file again changes nothing", async () => {
    const { importId } = await stage(file(...good));
    const view = await review(importId);
    expect(view.rows.map(({ state }) => state)).toEqual(["there", "there", "out"]);
    expect(await refusal(applyImport(deputy, { importId, fingerprint: view.fingerprint }, now))).toBe(
      "schedule.refused.nothingToAdd",
    );
    expect((await getSchoolYear(deputy, key())).works).toHaveLength(2);
  });

  it("a schedule that changed since the review is reviewed again", async () => {
    const { importId } = await stage(file("19.11.2026;6А;Математика;Углы;3"));
    const view = await review(importId);
    await placedWork({ classes: ["6А"], title: "Углы", on: "2026-11-19" });
    expect(await refusal(applyImport(deputy, { importId, fingerprint: view.fingerprint }, now))).toBe(
      "schedule.refused.reviewChanged",
    );
  });
});

it("nobody who is not signed in comes further than what is published", async () => {
  expect(await refusal(Promise.resolve().then(() => getSchoolSchedule(publicViewer, key(), today)))).toBe(
    "notSignedIn",
  );
});

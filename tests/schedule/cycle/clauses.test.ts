import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { addCycleItem, editCycleItem, startCycle } from "#lib/schedule/cycle/commands.ts";
import { listLinkedItems } from "#lib/schedule/cycle/link-queries.ts";
import { getCycle } from "#lib/schedule/cycle/queries.ts";
import { listLinkedClauses } from "#lib/schedule/link-queries.ts";
import { act, adopted, now } from "#tests/regulations/story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

let place: SmallRegion;
let deputy: Viewer;
let regulationId = 0;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
  const head = await person("head", { schoolId: place.schoolIds[0] });
  ({ regulationId } = await act(head, "school"));
  await adopted(head, regulationId, "2026-09-01", ["Школа проверяет чтение вслух.", "Итоги видят родители."]);
  await startCycle(deputy, { year: 2026, from: "2026-08-01" }, now);
});

const content = {
  ...{ title: "Чтение вслух", output: "Справка", basis: "по положению", performer: "deputy" as const },
  ...{ performerId: null, addressees: [], dueOn: "2026-10-05" as const },
};
const plan = async () => (await getCycle(deputy, { schoolId: null, year: 2026 }, "2026-09-30")).plan!;

it("a line rests on a clause, the clause knows its lines, and the words stay", async () => {
  const clause = { regulationId, clauseKey: "1" };
  const { id: itemId } = await addCycleItem(deputy, { ...content, clause, planId: (await plan()).id }, now);
  expect(await listLinkedItems(deputy, clause)).toMatchObject([
    { id: itemId, title: "Чтение вслух", dueOn: "2026-10-05" },
  ]);
  expect(await listLinkedItems(deputy, { regulationId, clauseKey: "2" })).toEqual([]);
  expect(await listLinkedClauses(deputy)).toEqual([clause]);
  expect((await plan()).items.find(({ id }) => id === itemId)).toMatchObject({
    clause,
    basis: "по положению",
  });

  await editCycleItem(deputy, { ...content, clause: null, itemId, version: 1 }, now);
  expect(await listLinkedItems(deputy, clause)).toEqual([]);
});

it("an office above sees the lines of its schools, a neighbour none", async () => {
  const clause = { regulationId, clauseKey: "2" };
  await addCycleItem(deputy, { ...content, clause, planId: (await plan()).id }, now);
  const officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
  const neighbour = await person("deputy", { schoolId: place.schoolIds[1] });
  expect(await listLinkedItems(officer, clause)).toHaveLength(1);
  expect(await listLinkedItems(neighbour, clause)).toEqual([]);
});

it("a clause that there is not, or that the person may not read, is refused", async () => {
  const stranger = await person("deputy", { schoolId: place.schoolIds[1] });
  await startCycle(stranger, { year: 2026, from: "2026-08-01" }, now);
  const theirs = (await getCycle(stranger, { schoolId: null, year: 2026 }, "2026-09-30")).plan!.id;
  for (const [who, planId, clauseKey] of [
    [deputy, (await plan()).id, "99"],
    [stranger, theirs, "1"],
  ] as const)
    await expect(
      addCycleItem(who, { ...content, clause: { regulationId, clauseKey }, planId }, now),
    ).rejects.toMatchObject({ messageKey: "cycle.refused.noClause" });
});

import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { askToRead, markRead } from "#lib/regulations/reading-commands.ts";
import { startCycle } from "#lib/schedule/cycle/commands.ts";
import { owedSheets } from "#lib/schedule/owed/export.ts";
import { getOwed, owesNothing } from "#lib/schedule/owed/queries.ts";
import { rootTranslator } from "#messages/translate.ts";
import { act, adopted, now } from "#tests/regulations/story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const today = "2026-10-01";
let place: SmallRegion;
let officer: Viewer;
let schoolId = 0;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  schoolId = place.schoolIds[0];
  officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
  const head = await person("head", { schoolId });
  await startCycle(head, { year: 2026, from: "2026-09-20" }, now);
  const teachers = await Promise.all(
    ["2026:5А", "2026:5Б"].map((label) => person("teacher", { schoolId, classLabels: [label] })),
  );
  const { regulationId } = await act(head, "school");
  const editionId = await adopted(head, regulationId, "2026-09-01", ["Оценивание."]);
  await askToRead(head, { editionId, roles: ["teacher"], people: [], dueOn: "2026-09-25" }, now);
  await markRead(teachers[0]!, { editionId }, now);
});

const ofSchool = async (who: Viewer) =>
  (await getOwed(who, null, today)).schools.find(({ id }) => id === schoolId);

it("an officer sees by school which lines are overdue and how many have not read what, without a name", async () => {
  const school = await ofSchool(officer);
  // Due from 20 September on and before 1 October: the page of ВПР (moved to Friday the 18th, so left out), start diagnostics on the 25th,
  // input works and observers on the 30th.
  expect(school?.lines.map(({ code, dueOn }) => [code, dueOn])).toEqual([
    ["startDiagnostics", "2026-09-25"],
    ["inputWorks", "2026-09-30"],
    ["observers", "2026-09-30"],
  ]);
  expect(school?.documents).toMatchObject([{ unread: 1, must: 2, dueOn: "2026-09-25", late: true }]);
  expect(JSON.stringify(school)).not.toContain("personId");
});

it("schools stand by name, and another municipality's are not among them", async () => {
  const { schools } = await getOwed(officer, null, today);
  const names = schools.map(({ name }) => name);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "ru", { numeric: true })));
  const stranger = await person("municipality", { municipalityId: (await smallRegion()).municipalityIds[0] });
  expect(await ofSchool(stranger)).toBeUndefined();
  await expect(getOwed(stranger, place.municipalityIds[0], today)).rejects.toMatchObject({
    kind: "notFound",
  });
});

it("the workbook has a row for every debt", async () => {
  const owed = await getOwed(officer, null, today);
  const [lines, values, documents] = owedSheets(rootTranslator("ru"), "ru", owed);
  expect(lines?.rows).toHaveLength(3);
  expect(documents?.rows).toHaveLength(1);
  expect(values?.rows.length).toBe(owed.schools.flatMap((one) => one.values).length);
  expect(owed.schools.filter((one) => !owesNothing(one)).map(({ id }) => id)).toContain(schoolId);
});

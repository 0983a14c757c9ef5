import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import type { Mail } from "#lib/platform/mail/send-mail.ts";
import { applyImport } from "#lib/results/apply-commands.ts";
import { openCampaign } from "#lib/submissions/campaign-commands.ts";
import { chooseMail, composeDigests, sendLetter } from "#lib/submissions/mail-commands.ts";
import { getReminders } from "#lib/submissions/reminder-queries.ts";
import { listTasks } from "#lib/submissions/task-queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { listClasses, move, now, row, staged } from "./school-results.ts";

let place: SmallRegion;
let deputy: Viewer;
let head: Viewer;
let office: Viewer;
const clock = { today: "2025-05-01", timeZone: "Europe/Moscow" } as const;

beforeEach(async () => {
  const { ownerUrl } = await testDatabase();
  await migrateJobs(ownerUrl);
  place = await smallRegion();
  const schoolId = place.schoolIds[0];
  deputy = await person("deputy", { schoolId });
  head = await person("head", { schoolId });
  office = await person("municipality", { municipalityId: place.municipalityIds[0] });
  await person("deputy", { schoolId: place.schoolIds[2] });
  await listClasses(schoolId, { "4А": 2 });
  await openCampaign(
    office,
    {
      ...{
        title: "Весна",
        works: [place.workId],
        opensOn: "2025-04-01",
        dueOn: "2025-05-10",
        closesOn: "2025-05-20",
      },
      area: { kind: "municipality", id: place.municipalityIds[0] },
    },
    now,
  );
});

const letters = () => asSystem((tx) => tx.mailOutbox.findMany({ orderBy: { id: "asc" } }));
const kinds = async (who: Viewer) => (await listTasks(who, 2025, clock)).tasks.map(({ kind }) => kind);

describe("what waits for a person", () => {
  it("follows the results from hand to hand", async () => {
    const here = { schoolId: place.schoolIds[0], workId: place.workId };
    expect([await kinds(deputy), await kinds(office)]).toEqual([["bring"], []]);
    await applyImport(
      deputy,
      await staged(deputy, here.schoolId, [row(place.workId, "1", "4А", [1, 1, 1])]),
      now,
    );
    expect(await kinds(deputy)).toEqual(["submit", "absence"]);
    await move(deputy, here, "submit", "", { "unaccounted-4А": "Один ученик болел" });
    expect([await kinds(deputy), await kinds(head)]).toEqual([[], ["approve"]]);
    await move(head, here, "approve");
    expect([await kinds(head), await kinds(office)]).toEqual([[], ["accept"]]);
    await move(office, here, "return", "Проверьте класс");
    // What became of the absent pupil was said while submitting.
    expect(await kinds(deputy)).toEqual(["returned"]);
  });
});

describe("the digest", () => {
  it("is one letter a person a day, for those whom the campaign asks, and the same is not said twice", async () => {
    expect(await composeDigests(now)).toEqual({ letters: 2 });
    expect((await letters()).map(({ personId }) => personId)).toEqual([deputy.personId, head.personId]);
    expect(await composeDigests(now)).toEqual({ letters: 0 });
    expect(await composeDigests(new Date("2025-05-02T18:00:00Z"))).toEqual({ letters: 0 });
    expect(await composeDigests(new Date("2025-05-08T18:00:00Z"))).toEqual({ letters: 2 });
  });

  it("holds no code and no result of a pupil", async () => {
    const rows = [row(place.workId, "70123", "4А", [1, 2, 3])];
    await applyImport(deputy, await staged(deputy, place.schoolIds[0], rows), now);
    await composeDigests(now);
    for (const { subject, body } of await letters()) expect(subject + body).not.toContain("70123");
  });

  it("is not written for a person who said no; the tasks stay on the desk", async () => {
    await chooseMail(deputy, false);
    expect(await composeDigests(now)).toEqual({ letters: 1 });
    const view = await getReminders(deputy, clock.today);
    expect([view.wanted, view.today === null]).toEqual([false, false]);
  });
});

describe("sending", () => {
  it("happens once, and a failure is kept and tried again", async () => {
    await composeDigests(now);
    const [letter] = await letters();
    const sent: Mail[] = [];
    const refuse = async () => {
      throw Object.assign(new Error("550 deputy@example.org unknown"), { code: "EENVELOPE" });
    };
    await expect(sendLetter(letter!.id, now, refuse)).rejects.toThrow();
    expect((await letters())[0]).toMatchObject({ attempts: 1, failure: "EENVELOPE", sentAt: null });
    const take = async (mail: Mail) => void sent.push(mail);
    expect(await sendLetter(letter!.id, now, take)).toBe("sent");
    expect(await sendLetter(letter!.id, now, take)).toBe("nothing");
    expect(sent.map(({ subject }) => subject)).toEqual([letter!.subject]);
    expect((await getReminders(deputy, clock.today)).letters.map(({ state }) => state)).toEqual(["sent"]);
  });
});

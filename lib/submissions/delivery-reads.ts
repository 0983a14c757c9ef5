import type { WorkIdentity } from "../assessments/rules.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import { type Day, dateToDay, schoolYearOf } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { entryTerms } from "../results/entry-terms.ts";
import { type EntryWindow, entryWindow } from "../results/entry-window.ts";
import { type DeliveryState, deliveryState, dueDay, isOverdue } from "./delivery-rules.ts";
import type { State } from "./rules.ts";

export interface DeliveryCell {
  workId: number;
  state: DeliveryState;
  receivedAt: string | null;
  /** Where the results are on their way; `draft` as long as nobody did anything. */
  stage: State;
  /** Why they are with the school again; "" otherwise. */
  reason: string;
  /** By when this school is in time; null when no day was set. */
  dueOn: Day | null;
  /** A campaign asks for them, and it has begun. */
  asked: boolean;
  /** Asked, and not handed over by the day. */
  overdue: boolean;
  /** Pupils in the class lists of the grade; null when the list does not say it. */
  listed: number | null;
  /** Participants in the results; null when there are none. */
  present: number | null;
}

export interface DeliverySchool {
  id: number;
  name: string;
  municipality: string;
  cells: DeliveryCell[];
  /** Who brings the results: deputies, else the head; empty when nobody of them has an account. */
  owners: string[];
}

export interface DeliveryBoard {
  works: (WorkIdentity & { id: number; code: string; gradeWriting: number; closesOn: Day | null })[];
  schools: DeliverySchool[];
  totals: Record<DeliveryState, number>;
  /** How many of the received stand where. */
  stages: Record<State, number>;
  overdue: number;
  /** Schools that did not fit on one board. */
  leftOut: number;
}

/** What a board is about: the works of a year, or those of one campaign. */
export type BoardAsked =
  | { year: number; municipalityId?: number | undefined }
  | { campaignId: number; municipalityId?: number | undefined };
export type Clock = { today: Day; timeZone: string };

const mostSchools = 200;

/** Works against the open schools of the scope, in natural order of names; at most so many schools. */
export async function readDelivery(
  tx: ReadTx,
  asked: BoardAsked,
  clock: Clock,
  most = mostSchools,
): Promise<DeliveryBoard> {
  const works =
    "year" in asked ? await expectedWorks(tx, asked.year) : await campaignWorks(tx, asked.campaignId);
  const campaign =
    "year" in asked ? null : found(await tx.campaign.findUnique({ where: { id: asked.campaignId } }));
  const municipalityId = asked.municipalityId ?? campaign?.municipalityId ?? null;
  const schools = await tx.school.findMany({
    where: {
      closedOn: null,
      ...(municipalityId === null ? {} : { municipalityId }),
      ...(campaign === null ? {} : { municipality: { regionId: campaign.regionId } }),
    },
    include: { municipality: true, classes: { select: { year: true, grade: true, pupils: true } } },
  });
  const byId = new Map(schools.map((school) => [school.id, school]));
  const ids = (await natural(tx, [...byId.keys()])).slice(0, most);
  const read = await readCells(tx, ids, works, clock);
  const board: DeliveryBoard = {
    works: works.map(
      ({ id, code, kind, year, season, subject, gradeTested, gradeWriting, level, closesOn }) => ({
        ...{ id, code, kind, year, season, subject, gradeTested, gradeWriting, level },
        closesOn: campaign === null ? closesOn : dateToDay(campaign.dueOn),
      }),
    ),
    schools: [],
    totals: { received: 0, receivedLate: 0, expected: 0, late: 0, notExpected: 0, unknown: 0 },
    stages: { draft: 0, submitted: 0, approved: 0, accepted: 0, returned: 0, locked: 0 },
    overdue: 0,
    leftOut: schools.length - ids.length,
  };
  for (const school of ids.flatMap((id) => byId.get(id) ?? [])) {
    const cells = works.map((work) => {
      const cell = read(school, work);
      board.totals[cell.state]++;
      if (cell.receivedAt !== null) board.stages[cell.stage]++;
      if (cell.overdue && cell.state !== "notExpected") board.overdue++;
      return cell;
    });
    const { id, name } = school;
    board.schools.push({ id, name, municipality: school.municipality.name, cells, owners: read.owners(id) });
  }
  return board;
}

type ExpectedWork = Awaited<ReturnType<typeof expectedWorks>>[number];
interface ListedSchool {
  id: number;
  classes: { year: number; grade: number; pupils: number | null }[];
}

/** Reads everything that cells need, a table at a time, and answers how to put one together. */
async function readCells(
  tx: ReadTx,
  schoolIds: readonly number[],
  works: readonly ExpectedWork[],
  clock: Clock,
) {
  const workIds = works.map((work) => work.id);
  const where = { schoolId: { in: [...schoolIds] }, workId: { in: workIds } };
  const key = (one: { schoolId: number; workId: number }) => `${one.schoolId}:${one.workId}`;
  const sets = new Map((await tx.resultSet.findMany({ where })).map((set) => [key(set), set.receivedAt]));
  const submissions = new Map((await tx.submission.findMany({ where })).map((one) => [key(one), one]));
  const present = new Map(
    (
      await tx.summary.findMany({
        where: { ...where, classLabel: "*" },
        select: { schoolId: true, workId: true, participants: true },
      })
    ).map((one) => [key(one), one.participants]),
  );
  const terms = await entryTerms(
    tx,
    schoolIds.flatMap((schoolId) => workIds.map((workId) => ({ schoolId, workId }))),
  );
  const people = await tx.person.findMany({
    where: { schoolId: { in: [...schoolIds] }, role: { in: ["deputy", "head"] }, disabledAt: null },
    select: { schoolId: true, name: true, role: true },
    orderBy: { name: "asc" },
  });
  const cellOf = (school: ListedSchool, work: ExpectedWork): DeliveryCell => {
    const at = key({ schoolId: school.id, workId: work.id });
    const receivedAt = sets.get(at) ?? null;
    const submission = submissions.get(at);
    const window: EntryWindow = entryWindow(terms.get(at) ?? [], clock.today);
    const dueOn = dueDay(window, work.closesOn);
    const receivedOn = receivedAt && dayOf(receivedAt, clock.timeZone);
    const state = deliveryState({ ...work, closesOn: dueOn, receivedOn }, school.classes, clock.today);
    const stage = (submission?.state ?? "draft") as State;
    const asked = window.state !== "none" && window.state !== "ahead";
    const first = submission?.firstSubmittedAt ?? null;
    const firstSubmittedOn = first && dayOf(first, clock.timeZone);
    const overdue =
      state !== "notExpected" && isOverdue({ stage, firstSubmittedOn, dueOn, asked }, clock.today);
    return {
      ...{ workId: work.id, state, stage, dueOn, asked, overdue, reason: submission?.reason ?? "" },
      receivedAt: receivedAt?.toISOString() ?? null,
      listed: listedPupils(school, work),
      present: present.get(at) ?? null,
    };
  };
  return Object.assign(cellOf, {
    owners: (schoolId: number) => {
      const here = people.filter((one) => one.schoolId === schoolId);
      const deputies = here.filter(({ role }) => role === "deputy");
      return (deputies.length > 0 ? deputies : here).map(({ name }) => name);
    },
  });
}

/** Pupils of the classes that write, by the school's own list; null as soon as one class does not say its size. */
function listedPupils(school: ListedSchool, work: ExpectedWork): number | null {
  const classes = school.classes.filter(
    (one) => one.year === work.schoolYear && one.grade === work.gradeWriting,
  );
  if (classes.length === 0 || classes.some(({ pupils }) => pupils === null)) return null;
  return classes.reduce((sum, one) => sum + (one.pupils ?? 0), 0);
}

/** Works of a year that have a window, a campaign or results from anybody in the viewer's sight. */
async function expectedWorks(tx: ReadTx, year: number) {
  const works = await tx.work.findMany({
    where: { year },
    orderBy: [{ gradeTested: "asc" }, { subject: "asc" }, { id: "asc" }],
  });
  const used = await tx.resultSet.findMany({
    where: { year },
    distinct: ["workId"],
    select: { workId: true },
  });
  const asked = await tx.campaignWork.findMany({ where: { workId: { in: works.map((work) => work.id) } } });
  const inUse = new Set([...used, ...asked].map(({ workId }) => workId));
  return works.filter((work) => work.opensOn !== null || inUse.has(work.id)).map(toExpected);
}

async function campaignWorks(tx: ReadTx, campaignId: number) {
  const chosen = await tx.campaignWork.findMany({ where: { campaignId } });
  const works = await tx.work.findMany({
    where: { id: { in: chosen.map(({ workId }) => workId) } },
    orderBy: [{ gradeTested: "asc" }, { subject: "asc" }, { id: "asc" }],
  });
  return works.map(toExpected);
}

type StoredWork = Awaited<ReturnType<ReadTx["work"]["findMany"]>>[number];

function toExpected(work: StoredWork) {
  return {
    // Kinds, seasons and levels are checked where works are written.
    ...(work as StoredWork & WorkIdentity),
    schoolYear: schoolYearOf(work.year, work.season === "autumn" ? "autumn" : "spring"),
    closesOn: dateToDay(work.closesOn),
  };
}

/** School ids in natural order of names, as the database sorts them. */
async function natural(tx: ReadTx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.$queryRaw<
    { id: number }[]
  >`SELECT id FROM school WHERE id = ANY (${[...ids]}::int[]) ORDER BY name COLLATE natural_order, id`;
  return rows.map((row) => row.id);
}

import { rootTranslator } from "#messages/translate.ts";
import { subjectName } from "../assessments/work-title.ts";
import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import { formatDay, schoolYear } from "../platform/format/day.ts";
import { fixedWorks } from "../schedule/placed.ts";
import { readSchoolYear } from "../schedule/plan-reads.ts";
import { measuredIndicators } from "./catalogue-reads.ts";
import type { SectionKey } from "./contents.ts";
import { cycleRows } from "./cycle-reads.ts";
import type { ActFacts, SectionChoice, WorkRow } from "./facts.ts";
import { indicatorWords } from "./indicator-words.ts";
import { storedMeasures, storedSections } from "./schema.ts";

export type ActRecord = Prisma.LocalActGetPayload<object>;
type Locale = "ru" | "uk";

export interface Order {
  number: string;
  on: string;
}

/** All that an act says, as the school's catalogue, cycle and schedule stand on a day. */
export async function readActFacts(
  tx: ReadTx,
  act: ActRecord,
  { locale, on, order }: { locale: Locale; on: string; order: Order | null },
): Promise<ActFacts> {
  const say = rootTranslator(locale);
  const school = await tx.school.findUniqueOrThrow({
    where: { id: act.schoolId },
    select: { name: true },
  });
  const indicators = await measuredIndicators(tx, { schoolId: act.schoolId, on });
  return {
    school: school.name,
    title: act.title,
    schoolYear: schoolYear(act.schoolYear),
    approvedBy: act.approvedBy,
    consideredBy: act.consideredBy,
    order: order && { number: order.number, on: formatDay(order.on, { locale }) },
    sections: new Map(Object.entries(storedSections.parse(act.sections)) as [SectionKey, SectionChoice][]),
    indicators: indicators.map((one) => indicatorWords(one, say, locale)),
    cycle: await cycleRows(tx, act, locale),
    works: await workRows(tx, act, locale),
    measures: storedMeasures.parse(act.measures),
  };
}

/** The schedule of the school's year as it stands: its own works and those announced for a fixed day. */
async function workRows(
  tx: ReadTx,
  { schoolId, schoolYear: year }: ActRecord,
  locale: Locale,
): Promise<WorkRow[]> {
  const facts = await readSchoolYear(tx, schoolId, year);
  if (facts === null) return [];
  const say = rootTranslator(locale);
  const works = [
    ...facts.works.map((work) => ({ ...work, day: work.on })),
    ...fixedWorks(facts).map(({ announced, classes }) => ({ ...announced, classes, day: announced.opensOn })),
  ];
  return works
    .sort((a, b) => a.day.localeCompare(b.day))
    .map((work) => ({
      on: formatDay(work.day, { locale }),
      classes: work.classes.join(", "),
      subject: work.subject === "" ? "" : subjectName(say, work.subject),
      name: work.title,
      level: say(`loadRules.level.${work.level}`),
    }));
}

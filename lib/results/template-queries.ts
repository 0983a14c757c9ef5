import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { byClass } from "../schools/class-rules.ts";
import { type NamedWork, namedWorks } from "./named-works.ts";

/** A school that a person may choose. */
export interface SchoolChoice {
  login: string;
  name: string;
  municipality: string;
}

/** So many schools fit a list to choose from; an office with more types the login. */
const mostChoices = 200;

/** The open schools of the viewer by name, or null when they are too many to choose from a list. */
export function listSchoolChoices(viewer: Viewer): Promise<SchoolChoice[] | null> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const schools = await tx.$queryRaw<SchoolChoice[]>`
      SELECT s.login, s.name, m.name AS municipality FROM school s JOIN municipality m ON m.id = s.municipality_id
      WHERE s.closed_on IS NULL ORDER BY s.name COLLATE natural_order, s.id LIMIT ${mostChoices + 1}`;
    return schools.length > mostChoices ? null : schools;
  });
}

/** Works whose tasks are described, newest first: those that a template can be made for. */
export function listTemplateWorks(viewer: Viewer): Promise<NamedWork[]> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const works = await tx.work.findMany({
      where: { tasks: { some: {} } },
      select: { id: true },
      orderBy: [
        { year: "desc" },
        { season: "asc" },
        { gradeTested: "asc" },
        { subject: "asc" },
        { level: "desc" },
      ],
      take: 500,
    });
    const named = await namedWorks(
      tx,
      works.map(({ id }) => id),
    );
    return works.flatMap(({ id }) => named.get(id) ?? []);
  });
}

/** What a template is made of. */
export interface TemplateFacts {
  work: NamedWork & { tasks: readonly { code: string; max: number }[] };
  school: { login: string; name: string };
  /** Classes of the grade that writes, in the school year of the work. */
  classes: readonly { label: string; pupils: number | null }[];
}

/** The facts for a template; `login` null = the viewer's own school. Not found: the work, its tasks, or the school. */
export function getTemplateFacts(
  viewer: Viewer,
  wanted: { workId: number; login: string | null },
): Promise<TemplateFacts> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const work = found((await namedWorks(tx, [wanted.workId])).get(wanted.workId));
    const tasks = await tx.workTask.findMany({
      where: { workId: work.id },
      orderBy: { position: "asc" },
      select: { code: true, max: true },
    });
    found(tasks[0]);
    const school = found(
      await tx.school.findFirst({
        where: wanted.login === null ? { id: viewer.schoolId ?? -1 } : { login: wanted.login },
        select: { id: true, login: true, name: true },
      }),
    );
    const classes = await tx.schoolClass.findMany({
      where: { schoolId: school.id, year: schoolYearOf(work.year, work.season), grade: work.gradeWriting },
      select: { grade: true, label: true, pupils: true },
    });
    return {
      work: { ...work, tasks },
      school: { login: school.login, name: school.name },
      classes: classes.sort(byClass).map(({ label, pupils }) => ({ label, pupils })),
    };
  });
}

import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import type { Clock } from "./delivery-reads.ts";
import { readTaskList, readTasks, type TaskList } from "./task-reads.ts";
import type { OpenAbsence } from "./tasks.ts";

/** What waits for this person today. Experts and administrators of the portal have no tasks here. */
export function listTasks(viewer: Viewer, year: number, clock: Clock): Promise<TaskList> {
  permit(viewer, "insights.read");
  return asViewer(viewer, (tx) => readTaskList(tx, viewer, year, clock));
}

/** A question about pupils of one class, with what has been said so far. */
export interface AbsenceQuestion extends OpenAbsence {
  work: NamedWork;
  school: string;
  explanation: string;
}

/** The questions that this person can answer: a teacher those that were given, head and deputy all of the school. */
export function listAbsences(viewer: Viewer, year: number, clock: Clock): Promise<AbsenceQuestion[]> {
  permit(viewer, "submissions.explain");
  return asViewer(viewer, async (tx) => {
    const tasks = (await readTasks(tx, viewer, year, clock)).filter((task) => task.kind === "absence");
    const works = await namedWorks(
      tx,
      tasks.map(({ workId }) => workId),
    );
    const notes = await tx.absenceNote.findMany({
      where: { workId: { in: tasks.map(({ workId }) => workId) } },
    });
    const schools = await tx.school.findMany({ select: { id: true, name: true } });
    return tasks.flatMap(({ schoolId, workId, classLabel, count }) => {
      const work = works.get(workId);
      const note = notes.find((one) => one.workId === workId && one.classLabel === classLabel);
      const school = schools.find(({ id }) => id === schoolId)?.name ?? "";
      return work
        ? [{ schoolId, workId, classLabel, count, work, school, explanation: note?.explanation ?? "" }]
        : [];
    });
  });
}

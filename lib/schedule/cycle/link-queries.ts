import "server-only";
import { asViewer } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { type Day, dateToDay } from "../../platform/clock.ts";
import type { StoredWords } from "./words.ts";

/** A line of a school's cycle that rests on a clause. */
export interface LinkedItem extends StoredWords {
  readonly id: number;
  readonly school: string;
  readonly dueOn: Day;
}

const mostLinks = 500;

/** Lines of cycles that rest on a clause, as far as the viewer sees schools; the newest first. What was left out rests on nothing. */
export function listLinkedItems(
  viewer: Viewer,
  { regulationId, clauseKey }: { regulationId: number; clauseKey: string },
): Promise<LinkedItem[]> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.cycleItem.findMany({
      where: { regulationId, clauseKey, status: { not: "dropped" } },
      orderBy: [{ dueOn: "desc" }, { id: "asc" }],
      take: mostLinks,
    });
    const schools = await tx.school.findMany({
      where: { id: { in: [...new Set(rows.map(({ schoolId }) => schoolId))] } },
      select: { id: true, name: true },
    });
    const names = new Map(schools.map(({ id, name }) => [id, name]));
    return rows.map(({ id, code, title, output, basis, dueOn, schoolId }) => ({
      ...{ id, code, title, output, basis },
      school: names.get(schoolId) ?? "",
      dueOn: dateToDay(dueOn) as Day,
    }));
  });
}

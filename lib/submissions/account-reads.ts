import type { ReadTx } from "../platform/access/as-viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { type ClassAccount, classAccounts } from "./class-account.ts";

/** The work as far as handing over is concerned. */
export interface HandedWork {
  id: number;
  year: number;
  season: string;
  gradeWriting: number;
}

/** Classes of the grade that writes, with their size by the school's list, and what the results say of each. */
export async function readAccounts(tx: ReadTx, schoolId: number, work: HandedWork): Promise<ClassAccount[]> {
  const year = schoolYearOf(work.year, work.season === "autumn" ? "autumn" : "spring");
  const list = await tx.$queryRaw<{ label: string; pupils: number | null }[]>`
    SELECT label, pupils FROM school_class WHERE school_id = ${schoolId} AND year = ${year} AND grade = ${work.gradeWriting}
    ORDER BY label COLLATE natural_order`;
  const results = await tx.$queryRaw<{ label: string; present: number; absent: number }[]>`
    SELECT class_label AS label, participants AS present, absent FROM summary
    WHERE school_id = ${schoolId} AND year = ${work.year} AND work_id = ${work.id} AND class_label <> '*'
    ORDER BY class_label COLLATE natural_order`;
  return classAccounts(list, results);
}

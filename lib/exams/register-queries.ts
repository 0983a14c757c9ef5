import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type ExamFacts, readExams } from "./exam-facts.ts";
import {
  listSubjectRegisters,
  type RegisterSums,
  registerSums,
  type SubjectRegisterSums,
} from "./register-reads.ts";
import { unitSummaries } from "./summary-reads.ts";
import { type NamedExamUnit, namedUnit } from "./units.ts";

export interface RegisterForms {
  school: NamedExamUnit;
  year: number;
  grades: RegisterSums[];
  exams: ExamFacts[];
  subjects: SubjectRegisterSums[];
}

/** What a school has entered by hand for a year, and the examinations that it can enter more about. */
export function getRegisters(viewer: Viewer, schoolId: number, year: number): Promise<RegisterForms> {
  permit(viewer, "exams.register");
  return asViewer(viewer, async (tx) => {
    const unit = { kind: "school" as const, id: schoolId, classLabel: null };
    const school = await namedUnit(tx, viewer, unit);
    const exams = (await readExams(tx, { year })).filter(({ variant }) => variant === "");
    const sat = await unitSummaries(
      tx,
      unit,
      exams.map(({ id }) => id),
    );
    return {
      school,
      year,
      grades: await registerSums(tx, unit, year),
      exams: exams.filter(({ id }) => sat.has(id)),
      subjects: await listSubjectRegisters(tx, unit, null),
    };
  });
}

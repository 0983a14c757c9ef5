import type { WorkReading } from "./layouts/layout.ts";
import type { WorkMatch } from "./match-works.ts";
import type { UnderstoodWork } from "./understood.ts";

/** One work of a file in words that a page can show, and whether its header says enough to describe the work anew. */
export function understoodWork(reading: WorkReading, match: WorkMatch | null): UnderstoodWork {
  const found = match?.kind === "one" ? match.work : null;
  const tasks = reading.tasks.map(({ code, max, difficulty, column }) => ({ code, max, difficulty, column }));
  return {
    sheet: reading.sheet,
    title: reading.title,
    year: reading.year,
    grade: reading.grade,
    subject: reading.subject,
    level: reading.level,
    readFrom: reading.readFrom,
    tasks,
    headerRow: reading.headerRow,
    fields: fieldColumns(reading),
    workId: found?.id ?? null,
    workCode: found?.code ?? reading.workCode,
    candidates: match && match.kind !== "one" ? match.works.map(({ id, code }) => ({ id, code })) : [],
    describable:
      found === null &&
      match?.kind === "none" &&
      reading.year !== null &&
      reading.grade !== null &&
      reading.subject !== null &&
      tasks.length > 0 &&
      tasks.every((task) => task.max !== null),
  };
}

function fieldColumns({ columns, variantColumns }: WorkReading): Record<string, number> {
  const [first, second] = variantColumns;
  return {
    ...columns,
    ...(first === undefined ? {} : { variant: first }),
    ...(second === undefined ? {} : { variant2: second }),
  };
}

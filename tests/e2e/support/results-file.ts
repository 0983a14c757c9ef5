/** A pupil of a made-up class. */
interface Pupil {
  code: string;
  /** Points of a task, given its maximum; null = was absent. */
  points: ((max: number, task: number) => string | number) | null;
  journal?: number | string;
  total?: number | string;
  classLabel?: string;
}

/** The lines of the portal's own template as text, found by what it says and not by where. */
interface Template {
  top: string[];
  header: string[];
  classLabel: string;
  /** Column and maximum of each task. */
  tasks: { column: number; max: number }[];
}

function readTemplate(csv: string): Template {
  const lines = csv
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
  const at = lines.findIndex((line) => line.startsWith("Код;"));
  const header = lines[at]?.split(";") ?? [];
  const tasks = header.flatMap((name, column) => {
    const max = /\((\d+)б\)$/.exec(name)?.[1];
    return max === undefined ? [] : [{ column, max: Number(max) }];
  });
  const classLabel = lines[at + 1]?.split(";")[header.indexOf("Класс")] ?? "";
  if (at < 0 || tasks.length === 0 || classLabel === "")
    throw new Error(`Not a template:\n${csv.slice(0, 500)}`);
  return { top: lines.slice(0, at), header, classLabel, tasks };
}

/** The template filled in as a person does: one line a pupil, empty lines left out. */
export function fillTemplate(csv: string, pupils: readonly Pupil[]): Buffer {
  const { top, header, classLabel, tasks } = readTemplate(csv);
  const column = (start: string) => header.findIndex((name) => name.startsWith(start));
  const rows = pupils.map((pupil) => {
    const cells: (string | number)[] = header.map(() => "");
    cells[column("Код")] = pupil.code;
    cells[column("Класс")] = pupil.classLabel ?? classLabel;
    cells[column("Вариант")] = pupil.points === null ? "отсутствовал" : 1;
    if (pupil.points === null) return cells.join(";");
    const points = tasks.map(({ max }, task) => pupil.points?.(max, task) ?? "");
    tasks.forEach((task, i) => {
      cells[task.column] = points[i] ?? "";
    });
    const sum = points.reduce<number>((all, one) => all + (typeof one === "number" ? one : 0), 0);
    cells[column("Отметка за")] = pupil.journal ?? 4;
    cells[column("Итого")] = pupil.total ?? sum;
    return cells.join(";");
  });
  return Buffer.from(`\uFEFF${[...top, header.join(";"), ...rows].join("\r\n")}\r\n`);
}

/** So many pupils with unlike results, one after another from a code on. */
export function pupils(count: number, first = 70_001): Pupil[] {
  return Array.from({ length: count }, (_, i) => ({
    code: String(first + i),
    points: (max: number, task: number) => (i + task) % (max + 1),
    journal: 3 + (i % 3),
  }));
}

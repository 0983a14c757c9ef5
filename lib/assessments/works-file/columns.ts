import { headerKey } from "#lib/platform/workbook/header-key.ts";

/** What a column of a file of works holds. `ignored` = known and not needed. */
export type WorkColumn =
  | "kind"
  | "year"
  | "season"
  | "grade"
  | "gradeWriting"
  | "subject"
  | "level"
  | "max"
  | "opensOn"
  | "closesOn"
  | "task"
  | "taskMax"
  | "difficulty"
  | "codifier"
  | "skill"
  | "tasksNeedCheck"
  | "min3"
  | "min4"
  | "min5"
  | "scale"
  | "disputed"
  | "source"
  | "note"
  | "needsCheck"
  | "workNote"
  | "ignored";

/** Our own form (docs/works-file.md), which is also that of published scales: English names first, then Russian ones. */
const OWN: Record<WorkColumn, readonly string[]> = {
  kind: ["kind", "вид"],
  year: ["year", "год"],
  season: ["season", "сезон"],
  grade: ["grade", "класс"],
  gradeWriting: ["grade_writing", "пишет класс"],
  subject: ["subject", "предмет"],
  level: ["level", "уровень работы"],
  max: ["max", "максимум", "максимальный балл"],
  opensOn: ["opens", "начало"],
  closesOn: ["closes", "окончание"],
  task: ["task", "задание"],
  taskMax: ["task_max", "максимум за задание"],
  difficulty: ["difficulty", "уровень сложности"],
  codifier: ["codifier", "кодификатор"],
  skill: ["skill", "умение"],
  tasksNeedCheck: ["tasks_need_check", "задания требуют проверки"],
  min3: ["min3", "минимум на 3"],
  min4: ["min4", "минимум на 4"],
  min5: ["min5", "минимум на 5"],
  scale: ["scale", "шкала", "mark_scale", "mark_boundaries"],
  disputed: ["disputed", "спорные баллы"],
  source: ["source", "источник"],
  note: ["note", "примечание"],
  needsCheck: ["needs_check", "требует проверки"],
  workNote: ["work_note", "примечание к работе"],
  ignored: ["work", "работа", "code", "код работы"],
};

/** A list of items as analysts write it: `work,grade,subject,year,column,label,max,level`; here max and level are those of the task. */
const ITEM_LIST: Partial<Record<WorkColumn, readonly string[]>> = {
  ...OWN,
  task: ["label"],
  taskMax: ["max"],
  difficulty: ["level"],
  max: [],
  level: [],
  ignored: ["work", "column"],
};

const isItemList = (keys: ReadonlySet<string>) =>
  keys.has(headerKey("label")) && !keys.has(headerKey("task"));

/** Columns of a header row by what they hold, and the names nobody knows. Null when the file describes no works. */
export function readColumns(
  headers: readonly { header: string; key: string }[],
): { columns: Map<WorkColumn, string>; unknown: string[] } | null {
  const form = isItemList(new Set(headers.map(({ key }) => key))) ? ITEM_LIST : OWN;
  const meaning = new Map<string, WorkColumn>();
  for (const [column, names] of Object.entries(form)) {
    for (const name of names) meaning.set(headerKey(name), column as WorkColumn);
  }
  const columns = new Map<WorkColumn, string>();
  const unknown: string[] = [];
  for (const { header, key } of headers) {
    const column = meaning.get(key);
    if (column === undefined) unknown.push(header);
    else if (!columns.has(column)) columns.set(column, header);
  }
  const tells = columns.has("taskMax") || columns.has("min3") || columns.has("scale") || columns.has("max");
  return columns.has("grade") && columns.has("subject") && tells ? { columns, unknown } : null;
}

/** The names that a file must have at least, for the sentence that refuses another file. */
export const neededColumns = "grade, subject, max, min3, min4, min5";

import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { periodText } from "../../indicators/values/words.ts";
import { formatDay } from "../../platform/format/day.ts";
import type { ExportSheet } from "../../platform/spreadsheet-export/sheet.ts";
import { itemWords } from "../cycle/words.ts";
import type { Owed } from "./queries.ts";

/** What schools owe as a workbook: a sheet of each kind, a row a debt. `t`: over all namespaces. */
export function owedSheets(t: Translate, locale: Locale, { schools }: Pick<Owed, "schools">): ExportSheet[] {
  const day = (one: string) => formatDay(one, { locale });
  const word = (key: string) => t(`owed.${key}`);
  const state = (late: boolean) => word(late ? "late" : "ahead");
  const school = { header: word("school"), width: 36 };
  const due = { header: word("dueOn"), width: 12 };
  return [
    {
      name: word("lines"),
      columns: [school, { header: word("line"), width: 60 }, due],
      rows: schools.flatMap(({ name, lines }) =>
        lines.map((line) => [name, itemWords(t, line).title, day(line.dueOn)]),
      ),
    },
    {
      name: word("values"),
      columns: [
        ...[school, { header: word("formName"), width: 40 }, { header: word("period"), width: 24 }],
        ...[{ header: word("missing"), width: 12, format: "whole" as const }, due],
        { header: word("state"), width: 16 },
      ],
      rows: schools.flatMap(({ name, values }) =>
        values.map((one) => [
          ...[name, t(`formulas.groups.${one.group}`), periodText({ t }, one)],
          ...[one.missing, day(one.dueOn), state(one.overdue)],
        ]),
      ),
    },
    {
      name: word("documents"),
      columns: [
        ...[school, { header: word("document"), width: 60 }],
        { header: word("unread"), width: 14, format: "whole" as const },
        { header: word("must"), width: 14, format: "whole" as const },
        ...[due, { header: word("state"), width: 16 }],
      ],
      rows: schools.flatMap(({ name, documents }) =>
        documents.map((one) => [name, one.title, one.unread, one.must, day(one.dueOn), state(one.late)]),
      ),
    },
  ];
}

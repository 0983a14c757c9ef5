import { z } from "zod";
import { givenSchema, idParam } from "../schema.ts";
import { type Meaning, meanings } from "./mapping.ts";

/** What a person chose for one column. */
export interface ChosenColumn {
  column: number;
  meaning: Meaning;
  /** number of the task as typed; "" = as the header says */
  task: string;
}

const rowNumber = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);

/** The form of the mapping screen: `m<column>` is the meaning, `t<column>` the number of the task. */
export const mappingFormSchema = givenSchema
  .extend({
    importId: idParam,
    sheet: z.string().max(200),
    headerRow: rowNumber,
    name: z
      .string()
      .trim()
      .min(1, { error: "mapping.fields.name" })
      .max(80, { error: "mapping.fields.name" }),
  })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform(({ importId, sheet, headerRow, name, workId, login, year, ...rest }) => ({
    importId,
    sheet,
    headerRow,
    name,
    given: { workId, login, year },
    columns: chosenColumns(rest),
  }));
export type MappingInput = z.output<typeof mappingFormSchema>;

/** Which sheet and header row the screen shows; left out = our guess. */
export const mappingParams = z.object({
  sheet: z.string().max(200).optional().catch(undefined),
  row: rowNumber.optional().catch(undefined),
});

function chosenColumns(fields: Readonly<Record<string, unknown>>): ChosenColumn[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const column = Number(/^m(\d{1,3})$/.exec(name)?.[1] ?? 0);
    const meaning = meanings.find((one) => one === value);
    if (column < 1 || column > 512 || meaning === undefined) return [];
    const task = fields[`t${column}`];
    return [{ column, meaning, task: typeof task === "string" ? task.trim().slice(0, 40) : "" }];
  });
}

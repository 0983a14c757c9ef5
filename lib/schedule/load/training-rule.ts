import { ofOne } from "./conflict.ts";
import type { Conflict } from "./shapes.ts";
import type { Item } from "./year.ts";

/** «Тренировочные» ВПР and ОГЭ are to be left out of the schedule (handbook §5.5, to be checked): a question to the person. */
export function trainingConflicts(item: Item): Conflict[] {
  return item.work.kind === "training" && item.notProcedure === null ? [ofOne("trainingWork", item)] : [];
}

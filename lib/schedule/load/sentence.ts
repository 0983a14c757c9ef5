import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { formatDay } from "../../platform/format/day.ts";
import { clauseOf } from "./clauses.ts";
import type { Conflict } from "./shapes.ts";

/** Params of conflicts that are days. */
const days: ReadonlySet<string> = new Set(["first", "second", "from", "to", "today"]);

export interface ConflictWords {
  /** «Конфликт» or «Проверьте». */
  readonly badge: string;
  /** «Работы в день у 5А: 2 — нужно не больше 1 (письмо от 06.08.2021).» */
  readonly sentence: string;
  /** The clause in full. */
  readonly clause: string;
  readonly document: string;
  readonly certainty: string;
}

/**
 * A conflict in words, with the clause that it breaks. `t` is a translator over all namespaces; `subject` names the subject of
 * a code.
 */
export function describeConflict(
  t: Translate,
  locale: Locale,
  conflict: Conflict,
  subject: (code: string) => string,
): ConflictWords {
  const clause = clauseOf[conflict.rule];
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(conflict.params))
    params[name] = days.has(name) ? formatDay(String(value), { locale }) : value;
  if (conflict.on !== null) params.on = formatDay(conflict.on, { locale });
  if (conflict.subject !== null) params.subject = subject(conflict.subject);
  params.classes = conflict.classes.join(", ");
  return {
    badge: t(`loadRules.weight.${conflict.weight}`),
    sentence: t("loadRules.sentence", {
      text: t(`loadRules.conflict.${conflict.rule}`, params),
      source: t(`loadRules.source.${clause.document}`),
    }),
    clause: t(`loadRules.clause.${clause.code}`),
    document: t(`loadRules.document.${clause.document}`),
    certainty: t(`loadRules.certainty.${clause.certainty}`),
  };
}

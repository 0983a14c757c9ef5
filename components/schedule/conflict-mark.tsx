import { Status } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { Conflict } from "#lib/schedule/load/shapes.ts";

/** «Конфликт» or «Проверьте» beside a work, leading to what is said of it; «свободно» where the rules find nothing. */
export function ConflictMark({ t, conflicts }: { t: Translate; conflicts: readonly Conflict[] }) {
  const [first] = [...conflicts].sort((a, b) => Number(a.weight === "check") - Number(b.weight === "check"));
  if (!first) return <Status kind="ok" t={t} plain word={t("schedule.noConflict")} />;
  const word = t(`loadRules.weight.${first.weight}`);
  return (
    <span className="grid gap-1">
      <Status kind={first.weight === "conflict" ? "risk" : "warn"} t={t} word={word} />
      {conflicts.map(({ key, rule }) => (
        <a key={key} href={`#${conflictId(key)}`} className="text-small">
          {t(`loadRules.rule.${rule}`)}
        </a>
      ))}
    </span>
  );
}

/** The place of a conflict on its page. */
export const conflictId = (key: string): string => `conflict-${encodeURIComponent(key).replaceAll("%", "_")}`;

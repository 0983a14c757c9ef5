import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import type { SchoolCard } from "#lib/schools/queries.ts";
import type { Locale } from "#messages/load.ts";

type LineageEvent = SchoolCard["lineage"][number];

/** Renamings and mergers of a school, the latest first, in sentences. */
export function SchoolHistory({ t, locale, school }: { t: Translate; locale: Locale; school: SchoolCard }) {
  if (school.lineage.length === 0) return <p>{t("schools.card.noHistory")}</p>;
  return (
    <ul className="grid gap-2">
      {school.lineage.map((event) => (
        <li key={event.id}>
          {t(keyOf(event), {
            day: formatDay(event.happenedOn, { locale }),
            from: event.predecessor?.name ?? event.fromName,
            to: event.successor?.name ?? event.toName,
          })}
          {event.note ? (
            <span className="block text-ink-2">{t("schools.card.noteIs", { note: event.note })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function keyOf(event: LineageEvent): string {
  if (event.kind === "rename") return "schools.card.renamed";
  return event.predecessor === null ? "schools.card.merged" : "schools.card.tookIn";
}

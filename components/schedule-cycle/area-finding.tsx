import { KeyFindings } from "#components/ui/key-finding.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { SchoolCycle } from "#lib/schedule/cycle/queries.ts";

/** How many schools have a cycle, and at how many something is overdue. */
export function AreaFinding({ t, schools }: { t: Translate; schools: readonly SchoolCycle[] }) {
  const text = t("cycle.area.finding", {
    schools: schools.length,
    with: schools.filter(({ completion }) => completion !== null).length,
    late: schools.filter(({ overdue }) => overdue > 0).length,
  });
  return <KeyFindings findings={[{ key: "area", text }]} />;
}

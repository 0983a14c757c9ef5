import { type Fact, Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import type { RegistryCounts } from "#lib/schools/registry-counts.ts";
import type { Locale } from "#messages/load.ts";

const planned = [
  "municipalitiesAdded",
  "schoolsAdded",
  "schoolsChanged",
  "namesKept",
  "schoolsUnchanged",
  "schoolsMissing",
  "classesAdded",
  "classesChanged",
  "classesUnchanged",
  "classesMissing",
  "rowsRefused",
] as const;
const done = {
  doneMunicipalitiesAdded: "municipalitiesAdded",
  doneSchoolsAdded: "schoolsAdded",
  doneSchoolsChanged: "schoolsChanged",
  doneSchoolsRenamed: "schoolsRenamed",
  doneNamesCorrected: "namesCorrected",
  doneNamesKept: "namesKept",
  doneClassesAdded: "classesAdded",
  doneClassesChanged: "classesChanged",
  schoolsUnchanged: "schoolsUnchanged",
  classesUnchanged: "classesUnchanged",
  doneRowsRefused: "rowsRefused",
} as const;

interface Props {
  t: Translate;
  locale: Locale;
  counts: RegistryCounts;
  /** In the words of what would happen, or of what did. */
  applied: boolean;
}

/** What a file changes, in numbers; lines about nothing are left out. */
export function RegistryCountsList({ t, locale, counts, applied }: Props) {
  const lines: (readonly [string, number])[] = applied
    ? Object.entries(done).map(([key, count]) => [key, counts[count]])
    : planned.map((key) => [key, counts[key]]);
  const facts: Fact[] = lines
    .filter(([, count]) => count > 0)
    .map(([key, count]) => ({
      key,
      term: t(`schools.review.${key}`),
      value: formatNumber(count, { locale }),
    }));
  return <Facts facts={facts} />;
}

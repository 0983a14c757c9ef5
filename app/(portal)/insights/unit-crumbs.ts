import type { Crumb } from "#components/ui/breadcrumbs.tsx";
import { type AddressedUnit, analysisHref, unitHref } from "#lib/insights/addresses.ts";
import { classText, unitName } from "#lib/insights/titles.ts";
import type { NamedUnit } from "#lib/insights/units.ts";
import type { Words } from "#lib/insights/words.ts";

type Around = readonly (AddressedUnit & { name: string })[];

/** The way to a unit through those around it that the viewer may open. */
export function unitCrumbs(words: Words, unit: NamedUnit, around: Around): Crumb[] {
  return [
    { label: words.t("insights.title"), href: "/insights" },
    ...around.map((link) => ({ label: link.name, href: unitHref(link) })),
    { label: unit.classLabel === null ? unit.name : classText(words.t, unit.classLabel) },
  ];
}

/** The way to the analysis of a work, and one step further. */
export function analysisCrumbs(
  words: Words,
  unit: NamedUnit,
  work: { id: number; title: string },
  further?: string,
): Crumb[] {
  return [
    { label: words.t("insights.title"), href: "/insights" },
    { label: unitName(words, unit), href: unitHref(unit) },
    ...(further === undefined
      ? [{ label: work.title }]
      : [{ label: work.title, href: analysisHref(unit, work.id) }, { label: further }]),
  ];
}

import type { Crumb } from "#components/ui/breadcrumbs.tsx";
import { type AddressedUnit, analysisHref, unitHref } from "#lib/insights/addresses.ts";
import { classText } from "#lib/insights/titles.ts";
import { mayOpen } from "#lib/insights/unit-view.ts";
import type { NamedUnit } from "#lib/insights/units.ts";
import type { Words } from "#lib/insights/words.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";

type Around = readonly (AddressedUnit & { name: string })[];

/** The way to a unit through those around it that the viewer may open. */
export function unitCrumbs(words: Words, unit: NamedUnit, around: Around): Crumb[] {
  return [
    { label: words.t("insights.title"), href: "/insights" },
    ...around.map((link) => ({ label: link.name, href: unitHref(link) })),
    { label: unit.classLabel === null ? unit.name : classText(words.t, unit.classLabel) },
  ];
}

/**
 * The way to the analysis of a work: the list of works, then the same work in each unit around that the viewer may open, and
 * one step further for a page behind it.
 */
export function analysisCrumbs(
  words: Words,
  viewer: Viewer,
  unit: NamedUnit,
  workId: number,
  further?: string,
): Crumb[] {
  const regionId = unit.region?.id ?? unit.id;
  const whole = { classLabel: null };
  const around = [
    ...(unit.region ? [{ kind: "region" as const, ...unit.region, ...whole }] : []),
    ...(unit.municipality ? [{ kind: "municipality" as const, ...unit.municipality, ...whole }] : []),
    ...(unit.classLabel === null ? [] : [{ kind: unit.kind, id: unit.id, name: unit.name, ...whole }]),
  ].filter((one) => mayOpen(viewer.scope, { ...one, regionId }));
  const here = unit.classLabel === null ? unit.name : classText(words.t, unit.classLabel);
  return [
    { label: words.t("insights.page.allYears"), href: unitHref(unit) },
    ...around.map((one) => ({ label: one.name, href: analysisHref(one, workId) })),
    ...(further === undefined
      ? [{ label: here }]
      : [{ label: here, href: analysisHref(unit, workId) }, { label: further }]),
  ];
}

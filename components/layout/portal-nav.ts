import type { Translate } from "#components/ui/translate.ts";
import { may, type Permission, type Role } from "#lib/platform/access/permissions.ts";
import type { Language, Place } from "./places.ts";

/** The sections of the signed-in part, in the order of a working day, and what one must be allowed to come in. */
const sections = [
  ["desk", null],
  ["schedule", "schedule.read"],
  ["results", "results.read"],
  ["checks", "checks.read"],
  ["insights", "insights.read"],
  ["exams", "exams.read"],
  ["flags", "flags.read"],
  ["reports", "reports.read"],
  ["regulations", "regulations.read"],
  ["registry", "schools.read"],
  ["indicators", "indicators.read"],
  ["assessments", "assessments.read"],
  ["people", "people.read"],
  ["audit", "audit.read"],
] as const satisfies readonly (readonly [string, Permission | null])[];

export type SectionName = Exclude<(typeof sections)[number][0], "desk">;
type Asker = { role: Role | "public" | "system" };

/** The sections that this person may enter. */
export function openSections(viewer: Asker): SectionName[] {
  return sections.flatMap(([name, permission]) =>
    permission !== null && may(viewer, permission) ? [name as SectionName] : [],
  );
}

/** The address of a section. /reports itself is public: there are the published ones, as everybody reads them. */
export function sectionHref(name: SectionName | "desk"): string {
  return name === "reports" ? "/reports/drafts" : `/${name}`;
}

/** The same as links of the frame, with the section of `path` marked. */
export function portalPlaces(viewer: Asker, path: string, t: Translate): Place[] {
  return (["desk", ...openSections(viewer)] as const).map((name) => {
    const href = sectionHref(name);
    return {
      href,
      label: t(`frame.places.${name}`),
      current: path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`),
    };
  });
}

/** The same page in both languages. */
export function languagesOf(locale: "ru" | "uk", path: string, t: Translate): Language[] {
  return (["ru", "uk"] as const).map((code) => ({
    code,
    label: t(`frame.languages.${code}`),
    href: `/language/${code}?to=${encodeURIComponent(path)}`,
    current: code === locale,
  }));
}

/** The page of settings, which leads back to `path`. */
export function visionHref(path: string): string {
  return `/preferences?back=${encodeURIComponent(path)}`;
}

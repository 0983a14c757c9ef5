import { Section } from "#components/layout/section.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type AddressedUnit, unitHref } from "#lib/insights/addresses.ts";

interface Link extends AddressedUnit {
  name: string;
}

interface Props {
  t: Translate;
  around: readonly Link[];
  inside: readonly Link[];
}

/** Where one can go from here: only to what this person may see, by name. */
export function UnitLinks({ t, around, inside }: Props) {
  const [first] = inside;
  if (around.length === 0 && !first) return null;
  const kind = first && (first.classLabel === null ? first.kind : "class");
  return (
    <Section id="units" title={t("insights.units.where")} lead={<p>{t("insights.units.whereLead")}</p>}>
      {around.length > 0 ? <Links title={t("insights.units.around")} links={around} /> : null}
      {kind ? <Links title={t(`insights.units.inside.${kind}`)} links={inside} /> : null}
    </Section>
  );
}

function Links({ title, links }: { title: string; links: readonly Link[] }) {
  return (
    <div className="grid gap-2">
      <h3>{title}</h3>
      <ul className="columns-1 gap-x-8 sm:columns-2 lg:columns-3">
        {links.map((link) => (
          <li key={unitHref(link)} className="break-inside-avoid">
            <a href={unitHref(link)} className="inline-flex min-h-11 items-center">
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

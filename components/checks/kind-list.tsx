import { Section } from "#components/layout/section.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { families } from "#lib/checks/templates.ts";

/** The closed set of what can be checked, by family; each leads to its form. */
export function KindList({ t }: { t: Translate }) {
  return families.map((family) => (
    <Section key={family.name} id={family.name} title={t(`checks.family.${family.name}`)}>
      <ul className="grid max-w-measure gap-2">
        {family.kinds.map((kind) => (
          <li key={kind}>
            <a href={`/checks/rules/new?kind=${kind}`} className="inline-flex min-h-11 items-center">
              {t(`checks.kind.${kind}`)}
            </a>
            <p className="text-small text-ink-2">{t(`checks.kindHint.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  ));
}

import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { PressForm } from "./press-form.tsx";
import { RuleTag } from "./rule-tag.tsx";

/** A basis ready for the eye: the clause as a link where the portal has it, else the citation alone. */
export interface BasisLine {
  id: number;
  text: string;
  href: string | null;
  /** What the clause says, in short. */
  excerpt: string;
  citation: string;
  ruleKind: string;
  needsCheck: boolean;
  /** The viewer's unit made this link and may take it away. */
  mine: boolean;
}

/** On what an indicator stands. */
export function BasisList({ t, lines }: { t: Translate; lines: readonly BasisLine[] }) {
  if (lines.length === 0) return <EmptyState why={t("indicators.page.basisNone")} />;
  return (
    <ul className="grid gap-4">
      {lines.map((line) => (
        <li key={line.id} className="grid max-w-measure gap-1 border-l-4 border-line-strong pl-4">
          <p lang="ru">{line.href ? <a href={line.href}>{line.text}</a> : line.text}</p>
          {line.excerpt ? <p className="text-ink-2">{line.excerpt}</p> : null}
          {line.citation && line.citation !== line.text ? <p lang="ru">{line.citation}</p> : null}
          <p className="text-small text-ink-2">
            <RuleTag t={t} ruleKind={line.ruleKind} needsCheck={line.needsCheck} />
            {line.mine ? ` · ${t("indicators.page.byUs")}` : null}
          </p>
          {line.mine ? (
            <PressForm
              press="dropLink"
              id={`link-${line.id}`}
              hidden={{ basisId: String(line.id) }}
              kind="quiet"
              label={t("indicators.page.unlink")}
              working={t("indicators.linkForm.removing")}
              about={line.text}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

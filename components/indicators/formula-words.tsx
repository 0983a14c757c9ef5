import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { usedFacts, usedIndicators } from "#lib/indicators/formula/expression.ts";
import { parseFormula } from "#lib/indicators/formula/parse.ts";
import { indicatorAddress, portalOwner } from "#lib/indicators/owner.ts";

/** What each name of a formula means; names of other indicators lead to them. Nothing for a formula that cannot be read. */
export function FormulaWords({ t, texts }: { t: Translate; texts: readonly (string | null)[] }) {
  const read = texts.flatMap((text) => {
    const parsed = text === null ? null : parseFormula(text);
    return parsed?.ok ? [parsed.expression] : [];
  });
  const facts = [...new Set(read.flatMap(usedFacts))].map((code) => ({
    key: code,
    term: <code className="break-words">{code}</code>,
    value: t(`formulas.facts.${code}`),
  }));
  const indicators = [...new Set(read.flatMap(usedIndicators))].map((code) => ({
    key: `indicator-${code}`,
    term: <code>{`indicator("${code}")`}</code>,
    value: <a href={`/indicators/${indicatorAddress(code, portalOwner)}`}>{code}</a>,
  }));
  if (facts.length + indicators.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3>{t("indicators.page.words")}</h3>
      <Facts facts={[...facts, ...indicators]} />
    </div>
  );
}

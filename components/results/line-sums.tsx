import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { lineAccount } from "#lib/results/line-account.ts";
import type { Understood } from "#lib/results/understood.ts";
import { countText, type Words } from "./words.ts";

/** The sum that proves that no line of the file was lost: lines = taken + absent + held + refused + no data. */
export function LineSums({ words, understood }: { words: Words; understood: Understood }) {
  const { t } = words;
  const { lines, parts, notData } = lineAccount(understood);
  const equation = `${countText(words, lines)} = ${parts.map(({ count }) => countText(words, count)).join(" + ")}`;
  return (
    <>
      <p className="formula max-w-measure">{equation}</p>
      <Facts
        facts={parts.map(({ part, count }) => ({
          key: part,
          term: <span className="figures">{countText(words, count)}</span>,
          value: (
            <>
              {t(`results.account.${part}`)}
              {part === "notData" ? (
                <span className="block text-small text-ink-2">
                  {notData
                    .map(({ kind, count: of }) =>
                      t("results.account.kinds", {
                        kind: t(`results.account.kind.${kind}`),
                        count: countText(words, of),
                      }),
                    )
                    .join("; ")}
                </span>
              ) : null}
            </>
          ),
        }))}
      />
      <Cells words={words} understood={understood} />
    </>
  );
}

/** Spellings that were read as what they mean, counted. */
function Cells({ words, understood }: { words: Words; understood: Understood }) {
  const { t } = words;
  const kinds = Object.entries(understood.cells.accepted).filter(([, count]) => count > 0);
  if (kinds.length === 0) return null;
  return (
    <Fold summary={t("results.account.cells")}>
      <Facts
        facts={kinds.map(([kind, count]) => ({
          key: kind,
          term: t(`results.account.accepted.${kind}`),
          value: <span className="figures">{countText(words, count)}</span>,
        }))}
      />
    </Fold>
  );
}

import { Facts } from "#components/ui/facts.tsx";
import type { CellAccount } from "#lib/results/cell-account.ts";
import { countText, type Words } from "./words.ts";

/** The sum that proves that no cell of the file was lost: cells = accepted + with a warning + not read + waiting + outside. */
export function CellSums({ words, account }: { words: Words; account: CellAccount }) {
  const { t } = words;
  const outside = Object.values(account.outside).reduce((sum, count) => sum + count, 0);
  const parts = [
    ...(["accepted", "warned", "rejected", "waiting"] as const).map((part) => ({
      part,
      count: account[part],
    })),
    { part: "outside" as const, count: outside },
  ].filter(({ count }) => count > 0);
  const kinds = (["lines", "columns", "right", "otherSheets"] as const).filter(
    (kind) => account.outside[kind] > 0,
  );
  return (
    <div className="grid gap-2">
      <h3>{t("results.cellSums.title")}</h3>
      <p className="max-w-measure">{t("results.cellSums.closed", { count: account.total })}</p>
      <p className="formula max-w-measure">
        {countText(words, account.total)} = {parts.map(({ count }) => countText(words, count)).join(" + ")}
      </p>
      <Facts
        facts={parts.map(({ part, count }) => ({
          key: part,
          term: <span className="figures">{countText(words, count)}</span>,
          value: (
            <>
              {t(`results.cellSums.${part}`)}
              {part === "outside" ? (
                <span className="block text-small text-ink-2">
                  {kinds
                    .map((kind) =>
                      t("results.account.kinds", {
                        kind: t(`results.cellSums.outsideKind.${kind}`),
                        count: countText(words, account.outside[kind]),
                      }),
                    )
                    .join("; ")}
                </span>
              ) : null}
            </>
          ),
        }))}
      />
    </div>
  );
}

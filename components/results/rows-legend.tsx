import { Shape } from "#components/ui/status.tsx";
import { ITEM } from "#lib/results/cells/item.ts";
import type { ResultRowView } from "#lib/results/queries.ts";
import type { Words } from "./words.ts";

const signs = ["notAttempted", "notTaught", "blank", "rejected"] as const;

/** What the signs of the rows on this page mean; signs that do not occur are not explained. */
export function RowsLegend({ words: { t }, rows }: { words: Words; rows: readonly ResultRowView[] }) {
  const used = signs.filter((sign) => rows.some(({ items }) => items.includes(ITEM[sign])));
  const warned = [
    ...(rows.some((row) => row.totalPrinted !== null && row.totalPrinted !== row.totalItems) ? ["sum"] : []),
    ...(rows.some((row) => row.markFile !== null && row.markScale !== null && row.markFile !== row.markScale)
      ? ["differs"]
      : []),
  ];
  const none = rows.some(
    (row) =>
      row.status === "present" &&
      (row.totalPrinted === null || row.markFile === null || row.markScale === null || row.journal === null),
  );
  const lines = [
    ...used.map((sign) => ({
      key: sign,
      sign: (
        <span className={sign === "rejected" ? "font-semibold text-risk" : undefined}>
          {t(`results.rows.signs.${sign}`)}
        </span>
      ),
    })),
    ...(none ? [{ key: "none", sign: <span>—</span> }] : []),
    ...warned.map((key) => ({ key, sign: <Shape kind="warn" /> })),
  ];
  if (lines.length === 0) return null;
  return (
    <dl className="grid max-w-measure gap-1 text-small" aria-label={t("results.rows.legend")}>
      {lines.map(({ key, sign }) => (
        <div key={key} className="grid grid-cols-[2.5rem_minmax(0,1fr)]">
          <dt className="self-center">{sign}</dt>
          <dd>{t(`results.rows.signWords.${key}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

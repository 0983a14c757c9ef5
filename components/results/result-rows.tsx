import type { ReactNode } from "react";
import { Shape } from "#components/ui/status.tsx";
import { TableRegion } from "#components/ui/table.tsx";
import { ITEM } from "#lib/results/cells/item.ts";
import type { ResultRowsView, ResultRowView } from "#lib/results/queries.ts";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  view: ResultRowsView;
  label: string;
  rows: readonly ResultRowView[];
  /** Cells that were changed after they first stood here: `code 0` the first task, `code journal`; each leads to its history below. */
  changed: ReadonlySet<string>;
}

/** Pupils of one class by their codes: points task by task, total, both marks, the mark in the journal. Absent pupils stand under it. */
export function ResultRows({ words: { t }, view, label, rows, changed }: Props) {
  const present = rows.filter(({ status }) => status === "present");
  const absent = rows.filter(({ status }) => status === "absent");
  const name = label === "" ? t("results.classUnknown") : label;
  const id = `class-${label || "none"}`;
  const variants = present.some(({ variant }) => variant !== "");
  return (
    <div className="table-block">
      {present.length === 0 ? null : (
        <TableRegion id={id} dense>
          <caption className="table-caption" id={`${id}-caption`}>
            <span>
              {t("results.rows.caption", { label: name, school: view.school.name, count: present.length })}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("results.rows.code")}</th>
              {variants ? <th scope="col">{t("results.rows.variant")}</th> : null}
              {view.tasks.map(({ code, max }) => (
                <th key={code} scope="col" className="num min-w-9 px-1.5">
                  <span aria-hidden="true">{code}</span>
                  <span className="sr-only">{t("results.rows.task", { code, max })}</span>
                </th>
              ))}
              {(["total", "mark", "byScale", "journal"] as const).map((key) => (
                <th key={key} scope="col" className="num">
                  {t(`results.rows.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {present.map((row) => (
              <tr key={row.code}>
                <th scope="row" className="figures">
                  <a
                    href={`/results/${view.work.id}/${view.school.id}/history/${encodeURIComponent(row.code)}`}
                    aria-label={t("submissions.row.link", { code: row.code })}
                  >
                    {row.code}
                  </a>
                </th>
                {variants ? <td>{row.variant || "—"}</td> : null}
                {view.tasks.map(({ code }, index) => (
                  <td key={code} className="num min-w-9 px-1.5">
                    <Changed t={t} of={`${row.code} ${index}`} changed={changed}>
                      <Item t={t} value={row.items[index] ?? ITEM.blank} />
                    </Changed>
                  </td>
                ))}
                <td className="num">
                  <Changed t={t} of={`${row.code} totalPrinted`} changed={changed}>
                    <Total t={t} row={row} />
                  </Changed>
                </td>
                <td className="num">
                  <Changed t={t} of={`${row.code} markFile`} changed={changed}>
                    <Mark t={t} row={row} />
                  </Changed>
                </td>
                <td className="num">{row.markScale ?? "—"}</td>
                <td className="num">
                  <Changed t={t} of={`${row.code} journal`} changed={changed}>
                    {row.journal ?? "—"}
                  </Changed>
                </td>
              </tr>
            ))}
          </tbody>
        </TableRegion>
      )}
      {absent.length === 0 ? null : (
        <p className="max-w-measure figures">
          {t("results.rows.absent", { codes: absent.map(({ code }) => code).join(", ") })}
        </p>
      )}
    </div>
  );
}

const signs = new Map<number, string>([
  [ITEM.notAttempted, "notAttempted"],
  [ITEM.notTaught, "notTaught"],
  [ITEM.blank, "blank"],
  [ITEM.rejected, "rejected"],
]);

/** Points, or the sign of why there are none; the sign is read out in words. */
function Item({ t, value }: { t: Words["t"]; value: number }) {
  const sign = signs.get(value);
  if (sign === undefined) return value;
  return (
    <>
      <span aria-hidden="true" className={sign === "rejected" ? "font-semibold text-risk" : "text-ink-2"}>
        {t(`results.rows.signs.${sign}`)}
      </span>
      <span className="sr-only">{t(`results.rows.signWords.${sign}`)}</span>
    </>
  );
}

/** A cell that was changed leads to what it was before; the others are as they are. */
function Changed({
  t,
  of,
  changed,
  children,
}: {
  t: Words["t"];
  of: string;
  changed: ReadonlySet<string>;
  children: ReactNode;
}) {
  if (!changed.has(of)) return children;
  return (
    <a href={`#${changedId(of)}`} className="cell-changed">
      {children}
      <span className="sr-only">{t("results.rows.changed")}</span>
    </a>
  );
}

/** Where the history of a changed cell stands on the page. */
export const changedId = (of: string) => `changed-${of.replaceAll(" ", "-")}`;

function Total({ t, row }: { t: Words["t"]; row: ResultRowView }) {
  if (row.totalPrinted === null)
    return (
      <>
        <span aria-hidden="true">—</span>
        <span className="sr-only">{t("results.rows.noTotal", { sum: row.totalItems })}</span>
      </>
    );
  if (row.totalPrinted === row.totalItems) return row.totalPrinted;
  return <Warned word={t("results.rows.totalOther", { sum: row.totalItems })}>{row.totalPrinted}</Warned>;
}

function Mark({ t, row }: { t: Words["t"]; row: ResultRowView }) {
  if (row.markFile === null) return "—";
  if (row.markScale === null || row.markScale === row.markFile) return row.markFile;
  return <Warned word={t("results.rows.signWords.differs")}>{row.markFile}</Warned>;
}

function Warned({ word, children }: { word: string; children: number }) {
  return (
    <span className="inline-flex items-center gap-1">
      <Shape kind="warn" />
      <span className="sr-only">{word}: </span>
      {children}
    </span>
  );
}

import { Facts } from "#components/ui/facts.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { FindingRow } from "#lib/checks/finding-queries.ts";
import type { FoundRow } from "#lib/checks/found.ts";
import { type CheckWords, numberText, placeText, ruleText, ruleTitle } from "#lib/checks/view.ts";
import { FindingActs } from "./finding-acts.tsx";
import { FindingThread } from "./finding-thread.tsx";

interface Props {
  words: CheckWords;
  finding: FindingRow;
  /** An instant as the reader's clock shows it. */
  at: (instant: string) => string;
}

/** One finding in the order of a reader's questions: what, where, by which numbers, what was said, what to do. */
export function FindingCard({ words, finding, at }: Props) {
  const { t } = words;
  const rule = { code: finding.ruleCode, title: finding.title, text: finding.text };
  const [title, place] = [ruleTitle(t, rule), placeText(t, finding.classLabel)];
  return (
    <article className="grid gap-3 border-t border-line pt-4" id={`finding-${finding.id}`}>
      <div className="grid gap-1">
        <h3>
          {title}: {place}
        </h3>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Mark t={t} finding={finding} />
          <Waits t={t} finding={finding} />
        </p>
      </div>
      <p className="max-w-measure">{ruleText(t, rule)}</p>
      <Facts
        facts={finding.numbers.lines.map((line, i) => {
          const { term, value } = numberText(words, line);
          return { key: `${line.name}-${i}`, term, value };
        })}
      />
      {finding.numbers.rows.length > 0 ? (
        <RowTable t={t} finding={finding} caption={t("checks.finding.rows", { rule: title, place })} />
      ) : null}
      <FindingThread t={t} finding={finding} at={at} />
      <FindingActs
        key={finding.id}
        findingId={finding.id}
        version={finding.version}
        sending={t("checks.act.sending")}
        acts={finding.acts.map((act) => {
          const button =
            act === "confirm" && finding.severity === "error"
              ? t("checks.act.accept")
              : t(`checks.act.${act}`);
          return {
            act,
            button,
            summary: t("checks.act.fold", { act: button, rule: title, place }),
            field: t(`checks.act.${act}Text`),
            note: act === "close" ? t("checks.act.note") : undefined,
          };
        })}
      />
      <p className="text-small text-ink-2">
        {t("checks.finding.rule", { code: finding.ruleCode, version: finding.ruleVersion })}.{" "}
        {t("checks.finding.found", { at: at(finding.foundAt) })}.
        {finding.goneAt ? ` ${t("checks.finding.gone", { at: at(finding.goneAt) })}.` : ""}
      </p>
    </article>
  );
}

function RowTable({ t, finding, caption }: { t: Translate; finding: FindingRow; caption: string }) {
  const { rows, rowCount } = finding.numbers;
  const cell = (value: number | null) => (value === null ? "—" : String(value));
  return (
    <Table<FoundRow>
      id={`rows-${finding.id}`}
      t={t}
      caption={caption}
      dense
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        { key: "code", head: t("checks.finding.code"), cell: (row) => row.code },
        { key: "stands", head: t("checks.finding.stands"), numeric: true, cell: (row) => cell(row.stands) },
        {
          key: "expected",
          head: t("checks.finding.expected"),
          numeric: true,
          cell: (row) => cell(row.expected),
        },
      ]}
    >
      {rowCount > rows.length ? (
        <p className="text-small">{t("checks.finding.more", { shown: rows.length, all: rowCount })}</p>
      ) : null}
    </Table>
  );
}

function Mark({ t, finding }: { t: Translate; finding: FindingRow }) {
  if (finding.gone) return <Status kind="none" t={t} word={t("checks.finding.done")} />;
  if (finding.confirmed)
    return <Status kind="ok" t={t} word={t("checks.finding.confirmed", { reason: finding.confirmReason })} />;
  const kind = finding.severity === "error" ? "risk" : "warn";
  return <Status kind={kind} t={t} word={t(`checks.severity.${finding.severity}`)} />;
}

function Waits({ t, finding }: { t: Translate; finding: FindingRow }) {
  if (!finding.awaited) return null;
  return <span>{t(`checks.finding.waits.${finding.awaited.side}.${finding.awaited.what}`)}</span>;
}

import { Section } from "#components/layout/section.tsx";
import { ActionForm, type ResultsAction } from "#components/results/action-form.tsx";
import { AnotherFile, StandingNotice } from "#components/results/standing-notice.tsx";
import { Waiting } from "#components/results/waiting.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Shape } from "#components/ui/status.tsx";
import { Table } from "#components/ui/table.tsx";
import { examHref } from "#lib/exams/addresses.ts";
import type { ProtocolView } from "#lib/exams/import-queries.ts";
import { countText, type ExamWords, subjectText } from "#lib/exams/words.ts";
import { formatDay, formatInstant } from "#lib/platform/format/day.ts";
import { columnLetters } from "#lib/results/column-name.ts";
import { findingText } from "#lib/results/finding-text.ts";

interface Props {
  words: ExamWords;
  file: ProtocolView;
  apply: ResultsAction;
  undo: ResultsAction;
}

/** Where the protocol stands, in one sentence, and the one thing to do next. */
export function ProtocolDecision({ words, file, apply, undo }: Props) {
  const { t } = words;
  const { state, understood } = file;
  if (state === "waiting") return <Waiting words={t("results.review.waiting")} />;
  const at = (instant: string | null) =>
    instant === null
      ? ""
      : formatInstant(new Date(instant), { locale: words.locale, timeZone: words.timeZone });
  const sum = (key: "added" | "changed" | "unchanged" | "gone") =>
    file.targets.reduce((all, target) => all + target[key], 0);
  const changes = t("exams.review.changes", {
    ...{ added: sum("added"), changed: sum("changed"), unchanged: sum("unchanged"), gone: sum("gone") },
  });
  const stale = file.targets.some((target) => target.stale);
  const kinds = { ready: "info", replaces: "info", applied: "ok", unchanged: "ok", undone: "none" } as const;
  const kind =
    state in kinds
      ? kinds[state as keyof typeof kinds]
      : state === "refused" || state === "failed"
        ? "risk"
        : "warn";
  const text = state === "ready" && stale ? "stale" : state;
  return (
    <StandingNotice
      kind={kind}
      t={t}
      title={t(`exams.review.states.${text}`, {
        at: at(state === "undone" ? file.undoneAt : file.appliedAt),
      })}
      text={
        state === "ready"
          ? `${t("exams.review.take", { count: understood.taken })} ${changes}`
          : state === "applied"
            ? changes
            : ""
      }
    >
      {state === "ready" && !stale ? (
        <ActionForm
          id="apply"
          action={apply}
          importId={file.id}
          kind="primary"
          words={{ send: t("exams.review.apply"), sending: t("exams.review.applying") }}
        />
      ) : null}
      {(state === "applied" || state === "unchanged") && understood.examId ? (
        <ul>
          {file.targets.slice(0, 5).map(({ schoolId, name }) => (
            <li key={schoolId}>
              <a
                href={examHref(
                  { unit: { kind: "school", id: schoolId, classLabel: null }, high: 81 },
                  understood.examId ?? 0,
                )}
              >
                {t("exams.review.analysis", { school: name })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {state === "applied" && !stale ? (
        <Fold summary={t("exams.review.undoAsk")}>
          <ActionForm
            id="undo"
            action={undo}
            importId={file.id}
            words={{ send: t("exams.review.undo"), sending: t("exams.review.undoing") }}
          />
        </Fold>
      ) : null}
      {state === "ready" || state === "applied" ? null : <AnotherFile label={t("results.review.another")} />}
    </StandingNotice>
  );
}

/** What was understood of the protocol, with the sum that proves that no line was lost. */
export function ProtocolFacts({ words, file }: Pick<Props, "words" | "file">) {
  const { t, locale } = words;
  const { understood } = file;
  if (understood.layout !== "F-16") return null;
  const notData = Object.values(understood.notData).reduce((all, count) => all + count, 0);
  const parts = [
    ["taken", understood.taken],
    ["held", understood.held],
    ["refused", understood.refused],
    ["duplicates", understood.duplicates],
    ["notData", notData],
  ] as const;
  return (
    <Section id="understood" title={t("exams.review.understood")}>
      <Facts
        facts={[
          {
            key: "exam",
            term: t("exams.review.exam"),
            value:
              understood.kind && understood.subject
                ? `${t(`exams.kind.${understood.kind}`)}, ${subjectText(words, { subject: understood.subject, variant: "" })}`
                : t("exams.review.unknown"),
          },
          {
            key: "day",
            term: t("exams.review.day"),
            value: understood.day
              ? formatDay(understood.day as `${number}-${number}-${number}`, { locale })
              : t("exams.review.unknown"),
          },
          {
            key: "schools",
            term: t("exams.review.schools"),
            value: file.targets.length === 0 ? "—" : file.targets.map(({ name }) => name).join("; "),
          },
          {
            key: "tasks",
            term: t("exams.review.tasks"),
            value: t("exams.review.tasksText", {
              short: understood.shortMax.length,
              extended: understood.extendedMax.length,
              from: understood.tasksFromFile ? "file" : "known",
            }),
          },
          {
            key: "scale",
            term: t("exams.review.scale"),
            value:
              understood.scaleEdition === null
                ? t("exams.scale.none")
                : t("exams.review.scaleText", { edition: understood.scaleEdition }),
          },
          { key: "names", term: t("exams.review.names"), value: t("exams.review.namesText") },
        ]}
      />
      <p className="formula max-w-measure">
        {`${countText(words, understood.lines)} = ${parts.map(([, count]) => countText(words, count)).join(" + ")}`}
      </p>
      <Facts
        facts={parts.map(([part, count]) => ({
          key: part,
          term: <span className="figures">{countText(words, count)}</span>,
          value: t(`exams.review.parts.${part}`),
        }))}
      />
      {file.targets.length > 0 ? (
        <Table
          id="targets"
          t={t}
          caption={t("exams.review.targets")}
          columns={[
            { key: "school", head: t("exams.table.school"), cell: ({ name }) => name },
            ...(["added", "changed", "unchanged", "gone"] as const).map((key) => ({
              key,
              head: t(`exams.review.${key}`),
              numeric: true,
              cell: (row: ProtocolView["targets"][number]) => countText(words, row[key]),
            })),
          ]}
          rows={file.targets}
          rowKey={({ schoolId }) => String(schoolId)}
        />
      ) : null}
    </Section>
  );
}

const shapes = { error: "risk", warning: "warn", note: "info" } as const;

/** Everything that was noticed, equal things together, each with its place. */
export function ProtocolFindings({ words, file }: Pick<Props, "words" | "file">) {
  const { t, locale } = words;
  return (
    <Section id="findings" title={t("exams.review.findings")}>
      {file.groups.length === 0 ? <p>{t("results.findings.none")}</p> : null}
      <div className="grid">
        {file.groups.map((group) => (
          <Fold
            key={group.code}
            open={group.severity === "error"}
            summary={
              <span className="inline-flex items-center gap-2">
                <Shape kind={shapes[group.severity]} />
                {t("exams.review.group", { name: t(`exams.groups.${group.code}`), count: group.count })}
              </span>
            }
          >
            <ul className="grid max-w-measure gap-3">
              {group.first.map((finding) => (
                <li key={`${finding.row}-${finding.column}-${finding.raw}`} className="grid gap-1">
                  <p>{findingText(locale, finding)}</p>
                  {finding.row === null || finding.sheet === null ? null : (
                    <p className="text-small wrap-anywhere">
                      <a
                        href={`/results/imports/${file.id}/rows?${new URLSearchParams({ sheet: finding.sheet, row: String(finding.row), ...(finding.column === null ? {} : { col: String(finding.column) }) })}`}
                      >
                        {t("exams.review.place", {
                          row: finding.row,
                          column: finding.column === null ? "" : columnLetters(finding.column),
                        })}
                      </a>
                      {finding.raw ? ` ${t("results.findings.raw", { raw: finding.raw })}` : null}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {group.count > group.first.length ? (
              <p>{t("exams.review.more", { count: group.count - group.first.length })}</p>
            ) : null}
          </Fold>
        ))}
      </div>
    </Section>
  );
}

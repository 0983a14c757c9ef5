import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { FindingGroup, ImportView } from "#lib/results/import-queries.ts";
import { lineAccount } from "#lib/results/line-account.ts";
import type { ResultsAction } from "./action-form.tsx";
import { CellSums } from "./cell-sums.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { Findings } from "./findings.tsx";
import { LineSums } from "./line-sums.tsx";
import { ChangeAnswers, type Choices } from "./questions.tsx";
import { UnderstoodFacts } from "./understood-facts.tsx";
import type { Words } from "./words.ts";

interface Props {
  words: Words;
  file: ImportView;
  /** What the person may still change of what was understood; null = nothing. */
  choices: Choices | null;
  answer: ResultsAction;
}

/** Everything about a file that was read: what it is, what changes, what was noticed, where every line went. */
export function ImportReview({ words, file, choices, answer }: Props) {
  const { t } = words;
  const { understood, state, sums } = file;
  if (
    understood === null ||
    state === "waiting" ||
    state === "applying" ||
    state === "cancelled" ||
    state === "mapping" ||
    state === "refused" ||
    state === "failed"
  )
    return null;
  const applied = state === "applied";
  return (
    <>
      <Section id="understood" title={t("results.understood.title")}>
        <UnderstoodFacts words={words} file={file} />
        {choices ? <ChangeAnswers words={words} file={file} choices={choices} answer={answer} /> : null}
      </Section>
      {sums.targets > 0 ? (
        <Section
          id="changes"
          title={t(applied ? "results.changes.titleDone" : "results.changes.title")}
          lead={[
            t("results.changes.lead"),
            ...(sums.gone > 0 && !applied ? [t("results.changes.goneNote")] : []),
          ].join(" ")}
        >
          <ChangesTable words={words} file={file} />
          <Pagination
            t={t}
            page={file.page}
            pages={file.pages}
            href={(page) => `/results/imports/${file.id}?page=${page}#changes`}
          />
        </Section>
      ) : null}
      <FindingsSection words={words} file={file} groups={file.groups} />
      <Section
        id="account"
        title={t("results.account.title")}
        lead={
          lineAccount(understood).closed
            ? t("results.account.closed", { count: understood.lines })
            : t("results.account.open", { id: file.id })
        }
      >
        <LineSums words={words} understood={understood} />
        {understood.cellAccount ? <CellSums words={words} account={understood.cellAccount} /> : null}
      </Section>
    </>
  );
}

/** Why a file was not read is said at the top; its other errors may help to mend it. Nothing when there are none. */
export function OtherErrors({ words, file }: { words: Words; file: ImportView }) {
  const others = file.groups.filter(
    ({ severity, code }) => severity === "error" && code !== file.refusal?.code,
  );
  if (file.state !== "refused" || others.length === 0) return null;
  return <FindingsSection words={words} file={file} groups={others} />;
}

function FindingsSection(props: { words: Words; file: ImportView; groups: readonly FindingGroup[] }) {
  const { words, file, groups } = props;
  return (
    <Section id="findings" title={words.t("results.findings.title")}>
      <Findings words={words} file={file} groups={groups} />
    </Section>
  );
}

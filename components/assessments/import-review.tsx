import { Notice } from "#components/ui/notice.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { WorksReview } from "#lib/assessments/review.ts";
import { ActionForm, type FormTarget, type FormWords } from "./action-form.tsx";

export interface ReviewWords {
  title: string;
  nothing: string;
  caption: string;
  work: string;
  outcome: string;
  what: string;
  outcomes: Record<Row["outcome"], string>;
}
type Row = WorksReview["rows"][number];

interface Props {
  review: WorksReview;
  words: ReviewWords;
  apply: FormTarget;
  applyWords: FormWords;
}

/** What loading the files would do: refused first, then work by work, then the button that does it. */
export function ImportReview({ review, words, apply, applyWords }: Props) {
  const columns: Column<Row>[] = [
    {
      key: "work",
      head: words.work,
      cell: (row) => (
        <>
          {row.title}
          <span className="block text-small font-normal text-ink-2">{row.code}</span>
        </>
      ),
    },
    { key: "outcome", head: words.outcome, cell: (row) => words.outcomes[row.outcome] },
    { key: "what", head: words.what, cell: (row) => row.what || "—" },
  ];
  return (
    <section className="grid gap-4" aria-labelledby="review-title">
      <h2 id="review-title">{words.title}</h2>
      <Lines kind="risk" title={review.refusedTitle} lines={[...review.refused, ...review.proposals]} />
      <Lines kind="info" title={review.notesTitle} lines={review.notes} />
      {review.rows.length > 0 ? (
        <Table
          id="review"
          t={() => ""}
          caption={words.caption}
          columns={columns}
          rows={review.rows}
          rowKey={(row) => row.code}
        />
      ) : null}
      {review.works === null ? (
        review.rows.length > 0 ? (
          <p role="status">{words.nothing}</p>
        ) : null
      ) : (
        <ActionForm
          id="apply"
          action={apply}
          words={applyWords}
          fields={[]}
          hidden={{ works: review.works }}
        />
      )}
    </section>
  );
}

function Lines({ kind, title, lines }: { kind: "risk" | "info"; title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Notice kind={kind} t={() => ""} title={title}>
      <ul className="grid gap-1">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

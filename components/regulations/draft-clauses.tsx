import { ActionForm } from "#components/assessments/action-form.tsx";
import { addClauseAction, stepClauseAction } from "#lib/regulations/actions.ts";
import type { Clause } from "#lib/regulations/schema.ts";
import { ClauseForm } from "./clause-form.tsx";
import { ClauseText } from "./clause-text.tsx";
import { clauseFields } from "./draft-fields.ts";
import { StepButtons } from "./step-buttons.tsx";
import { clauseAnchor, formWords, type Words } from "./words.ts";

interface Props {
  words: Words;
  /** Address of the draft's page. */
  page: string;
  editionId: number;
  version: number;
  clauses: readonly Clause[];
  /** The clause that is being changed, and the one behind which a new one is written ("" for the first place). */
  editing: string | null;
  adding: string | null;
}

/** The text of a draft, each clause with its buttons; one clause at a time opens as a form. */
export function DraftClauses(props: Props) {
  const { words, page, clauses, editing, adding } = props;
  const { t } = words;
  return (
    <>
      <ClauseText
        words={words}
        clauses={clauses}
        below={(clause) =>
          editing === clause.key ? (
            <EditForm {...props} clause={clause} />
          ) : (
            <>
              <ClauseButtons {...props} clause={clause} />
              {adding === clause.key ? <AddForm {...props} after={clause} /> : null}
            </>
          )
        }
      />
      {adding === "" ? <AddForm {...props} after={null} /> : null}
      {clauses.length === 0 && adding === null ? (
        <p>
          <a href={`${page}?after=`} className="inline-flex min-h-11 items-center">
            {t("regulations.draft.addFirst")}
          </a>
        </p>
      ) : null}
    </>
  );
}

function ClauseButtons({ words: { t }, page, editionId, version, clause }: Props & { clause: Clause }) {
  const { key, number } = clause;
  const named = number === "" ? t("regulations.review.without") : number;
  const at = `${page}?clause=${encodeURIComponent(key)}#${encodeURIComponent(clauseAnchor(key))}`;
  const behind = `${page}?after=${encodeURIComponent(key)}#${encodeURIComponent(clauseAnchor(key))}`;
  return (
    <div className="flex flex-wrap items-center gap-2 text-small print:hidden">
      <a
        href={at}
        aria-label={t("regulations.draft.editClauseOf", { number: named })}
        className="inline-flex min-h-11 items-center pr-2"
      >
        {t("regulations.draft.editClause")}
      </a>
      <a
        href={behind}
        aria-label={t("regulations.draft.addAfterOf", { number: named })}
        className="inline-flex min-h-11 items-center pr-2"
      >
        {t("regulations.draft.addAfter")}
      </a>
      <StepButtons
        id={`step-${key}`}
        action={stepClauseAction}
        hidden={{ editionId: String(editionId), version: String(version), clauseKey: key }}
        buttons={(["up", "down", "remove"] as const).map((value) => ({
          name: "step",
          value,
          label: t(`regulations.draft.${value}`),
          says: t(`regulations.draft.${value}Of`, { number: named }),
        }))}
      />
    </div>
  );
}

function AddForm({ words: { t }, page, editionId, version, after }: Props & { after: Clause | null }) {
  return (
    <ActionForm
      id="add-clause"
      action={addClauseAction}
      words={formWords(t, t("regulations.draft.addClause"))}
      hidden={{ editionId: String(editionId), version: String(version), after: after?.key ?? "" }}
      fields={clauseFields(t, { depth: after?.depth ?? 1 })}
      back={page}
    />
  );
}

function EditForm({ words: { t }, page, editionId, version, clause }: Props & { clause: Clause }) {
  const { key } = clause;
  const said = (name: string) => t(`regulations.both.${name}`);
  return (
    <ClauseForm
      hidden={{ editionId: String(editionId), clauseKey: key }}
      version={version}
      fields={clauseFields(t, clause)}
      back={`${page}#${encodeURIComponent(clauseAnchor(key))}`}
      words={{
        ...{ theirs: said("theirs"), mine: said("mine"), same: said("same"), saveMine: said("saveMine") },
        ...{ takeTheirs: said("takeTheirs"), leaveTheirs: said("leaveTheirs") },
        save: t("regulations.draft.saveClause"),
        cancel: t("regulations.form.cancel"),
        added: t("regulations.compare.insWord"),
        removed: t("regulations.compare.delWord"),
      }}
    />
  );
}

import { Section } from "#components/layout/section.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { DraftView } from "#lib/reports/queries.ts";
import type { PublishedWork } from "#lib/reports/snapshot.ts";
import { DraftForm } from "./draft-form.tsx";

interface Props {
  t: Translate;
  draft: DraftView;
  mayDraft: boolean;
}

/** What the report consists of: a form for those who write drafts, a list for those who read them. */
export function DraftSection({ t, draft, mayDraft }: Props) {
  const works = draft.works.map(({ work, chosen }) => ({
    id: String(work.id),
    chosen,
    // Kinds and seasons are checked where works are written.
    title: workTitle(t, work as typeof work & Pick<PublishedWork, "kind" | "season">),
    pupils: t("reports.draft.workPupils", { count: work.participants }),
  }));
  const said = (key: string) => t(`reports.draft.${key}`);
  if (!mayDraft)
    return (
      <Section id="content" title={said("editRead")}>
        <ul className="grid gap-1">
          {works
            .filter((work) => work.chosen)
            .map((work) => (
              <li key={work.id}>{work.title}</li>
            ))}
        </ul>
        {draft.foreword ? <p className="max-w-measure whitespace-pre-line">{draft.foreword}</p> : null}
      </Section>
    );
  return (
    <Section id="content" title={said("edit")}>
      <DraftForm
        reportId={draft.id}
        version={draft.version}
        title={draft.title}
        foreword={draft.foreword}
        works={works.map(({ id, title, pupils }) => ({ value: id, label: title, hint: pupils }))}
        chosen={works.filter((work) => work.chosen).map((work) => work.id)}
        words={{
          name: said("name"),
          foreword: said("foreword"),
          forewordHint: said("forewordHint"),
          optional: said("optional"),
          works: said("works"),
          worksHint: said("worksHint"),
          noWorks: said("noWorks"),
          save: said("save"),
          saving: said("saving"),
        }}
      />
    </Section>
  );
}

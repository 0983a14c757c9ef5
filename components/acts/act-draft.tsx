import { Section } from "#components/layout/section.tsx";
import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { sections } from "#lib/acts/contents.ts";
import type { ActView } from "#lib/acts/queries.ts";
import { AdoptForm } from "./adopt-form.tsx";
import { HeadForm } from "./head-form.tsx";
import { MeasuresSection } from "./measures-section.tsx";
import { SectionForm } from "./section-form.tsx";
import { DeleteForm } from "./small-form.tsx";

interface Props {
  t: Translate;
  act: ActView;
  today: string;
}

/** All that one writes into a draft: title, sections, measures; then adopting or throwing away. */
export function ActDraft({ t, act, today }: Props) {
  const of = { actId: act.id, revision: act.revision };
  const said = (key: string) => t(`acts.${key}`);
  return (
    <>
      <Section id="head" title={said("head.title")}>
        <HeadForm
          {...of}
          values={act.facts}
          words={{
            title: said("head.name"),
            approvedBy: said("head.approvedBy"),
            consideredBy: said("head.consideredBy"),
            save: said("head.save"),
            saving: said("head.saving"),
          }}
        />
      </Section>
      <Section id="sections" title={said("sections.title")} lead={<p>{said("sections.lead")}</p>}>
        <div>
          {sections.map((section) => (
            <OneSection key={section.key} t={t} act={act} section={section} />
          ))}
        </div>
      </Section>
      <MeasuresSection t={t} act={act} />
      <Section id="adopting" title={said("adopt.title")} lead={<p>{said("adopt.lead")}</p>}>
        {adoption(t, act, today)}
      </Section>
      <Section id="deleting" title={said("delete.fold")}>
        <DeleteForm
          {...of}
          words={{ text: said("delete.text"), submit: said("delete.submit"), sending: said("delete.saving") }}
        />
      </Section>
    </>
  );
}

function adoption(t: Translate, act: ActView, today: string) {
  if (!act.mayAdopt) return <p>{t("acts.adopt.onlyHead")}</p>;
  if (act.issues.errors.length > 0) return <p>{t("acts.adopt.blocked")}</p>;
  return (
    <AdoptForm
      actId={act.id}
      revision={act.revision}
      today={today}
      words={{
        orderNumber: t("acts.adopt.orderNumber"),
        adoptedOn: t("acts.adopt.adoptedOn"),
        effectiveFrom: t("acts.adopt.effectiveFrom"),
        submit: t("acts.adopt.submit"),
        sending: t("acts.adopt.saving"),
      }}
    />
  );
}

function OneSection({ t, act, section }: { t: Translate; act: ActView; section: (typeof sections)[number] }) {
  const { key, clauses, required } = section;
  const choice = act.facts.sections.get(key) ?? { included: true, text: "" };
  const state = !choice.included ? "out" : choice.text === "" ? "portal" : "own";
  const name = t(`acts.section.${key}`);
  const notes = [t(`acts.sections.${state}`), ...(required ? [t("acts.sections.required")] : [])];
  const portalWords = Array.from({ length: clauses }, (_, i) =>
    t(`acts.text.${key}.${i + 1}`, { school: act.facts.school, schoolYear: act.facts.schoolYear }),
  ).join("\n\n");
  return (
    <Fold
      summary={
        <>
          {name} <span className="text-ink-2">({notes.join(", ")})</span>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="grid max-w-measure gap-1 text-small">
          <p className="font-semibold">{t("acts.sections.portalWords")}</p>
          <p className="whitespace-pre-line text-ink-2">{portalWords}</p>
        </div>
        <SectionForm
          actId={act.id}
          revision={act.revision}
          section={key}
          name={name}
          included={choice.included}
          text={choice.text}
          words={{
            included: t("acts.sections.included"),
            text: t("acts.sections.text"),
            hint: t("acts.sections.lead"),
            save: t("acts.sections.save"),
            saving: t("acts.sections.saving"),
          }}
        />
      </div>
    </Fold>
  );
}

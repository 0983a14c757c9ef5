import { Section } from "#components/layout/section.tsx";
import { StatRow } from "#components/ui/stat.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { PeopleView } from "#lib/insights/people-view.ts";
import { FigureTile } from "./figure-tile.tsx";

/** Who took part, and how far so many pupils carry. */
export function PeopleSection({ t, view }: { t: Translate; view: PeopleView }) {
  return (
    <Section
      id="people"
      title={t("insights.sections.people")}
      lead={
        <>
          <p>{view.sentence}</p>
          {view.schools ? <p>{view.schools}.</p> : null}
        </>
      }
    >
      <StatRow>
        {view.tiles.map((figure) => (
          <FigureTile key={figure.key} t={t} figure={figure} />
        ))}
      </StatRow>
    </Section>
  );
}

import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { scaleText } from "#lib/assessments/scale-text.ts";
import type { ScaleEditionView } from "#lib/assessments/work-view.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import type { Locale } from "#messages/load.ts";

interface Props {
  t: Translate;
  locale: Locale;
  timeZone: string;
  editions: readonly ScaleEditionView[];
}

/** Every edition, newest first: borders, source, who adopted it and when. */
export function ScaleEditions({ t, locale, timeZone, editions }: Props) {
  return (
    <ul className="grid gap-6">
      {editions.map((edition) => (
        <li key={edition.edition} className="grid gap-2">
          <h3>
            {t("assessments.scale.edition", { edition: edition.edition })},{" "}
            {t(edition.inForce ? "assessments.scale.inForce" : "assessments.scale.notInForce")}
          </h3>
          <Facts
            facts={[
              { key: "scores", term: t("assessments.scale.scores"), value: scaleText(edition.bands) },
              { key: "source", term: t("assessments.scale.source"), value: edition.source },
              ...(edition.note
                ? [{ key: "note", term: t("assessments.scale.noteTerm"), value: edition.note }]
                : []),
              {
                key: "adopted",
                term: t("assessments.scale.adopted"),
                value: adopted(t, edition, { locale, timeZone }),
              },
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function adopted(
  t: Translate,
  edition: ScaleEditionView,
  clock: { locale: Locale; timeZone: string },
): string {
  if (edition.shipped) return t("assessments.scale.shipped");
  const date = formatInstant(new Date(edition.adoptedAt), clock);
  return edition.adoptedBy === null
    ? t("assessments.scale.adoptedCentre", { date })
    : t("assessments.scale.adoptedBy", { date, name: edition.adoptedBy });
}

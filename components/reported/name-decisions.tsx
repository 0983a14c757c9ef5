import type { ResultsAction } from "#components/results/action-form.tsx";
import type { Words } from "#components/results/words.ts";
import type { Option } from "#components/ui/select.tsx";
import { Status } from "#components/ui/status.tsx";
import type { PrintedName } from "#lib/reported/name-queries.ts";
import type { KnownSchool } from "#lib/reported/propose-schools.ts";
import { NameForm } from "./name-form.tsx";

interface Props {
  words: Words;
  names: readonly PrintedName[];
  schools: readonly KnownSchool[];
  action: ResultsAction;
}

/** Printed names of schools, each with the schools that it may mean; the likeliest first, chosen by a person. */
export function NameDecisions({ words, names, schools, action }: Props) {
  const { t } = words;
  return (
    <ul className="grid gap-8">
      {names.map((printed, i) => (
        <li key={`${printed.place}|${printed.name}`} className="grid gap-3 border-line border-t pt-4">
          <div className="grid gap-1">
            <h2 className="wrap-anywhere text-h3" id={`name-${i}`}>
              {printed.name}
            </h2>
            <p className="text-small text-ink-2">
              {printed.place || t("reported.names.noPlace")}
              {", "}
              {t("reported.names.figures", { count: printed.figures })}
            </p>
            <p>
              <Status
                kind={printed.decided ? "ok" : "warn"}
                t={t}
                word={
                  printed.decided
                    ? t("reported.names.decided", { name: printed.decided.name })
                    : t("reported.names.undecided")
                }
                plain
              />
            </p>
          </div>
          <NameForm
            id={`school-${i}`}
            action={action}
            name={printed.name}
            place={printed.place}
            chosen={String(printed.decided?.id ?? "")}
            options={optionsOf(words, printed, schools)}
            words={{
              choose: t("reported.names.choose"),
              save: t("reported.names.save"),
              saving: t("reported.names.saving"),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** Nothing is chosen for the person: the first option leaves the name as it is printed. */
function optionsOf(
  { t }: Words,
  { place, proposals }: PrintedName,
  schools: readonly KnownSchool[],
): Option[] {
  const proposed = new Set(proposals.map(({ school }) => school.id));
  const label = ({ name, municipality }: KnownSchool) =>
    t("reported.names.proposal", { name, place: municipality });
  return [
    { value: "", label: t("reported.names.none") },
    ...proposals.map(({ school, reason }) => ({
      value: String(school.id),
      label: `${label(school)} — ${t(`reported.names.reasons.${reason}`)}`,
    })),
    ...nearby(place, schools)
      .filter(({ id }) => !proposed.has(id))
      .map((school) => ({ value: String(school.id), label: label(school) })),
  ];
}

/** Schools of the municipality that the table prints, when there are any; else all. */
function nearby(place: string, schools: readonly KnownSchool[]): readonly KnownSchool[] {
  const here = schools.filter(({ municipality }) => place !== "" && place.includes(municipality));
  return here.length > 0 ? here : schools;
}

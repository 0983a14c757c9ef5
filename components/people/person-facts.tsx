import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { PersonView } from "#lib/people/queries.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { stateOf } from "./people-table.tsx";

type Shown = Pick<PersonView, "email" | "role" | "unit" | "classLabels">;
/** Nobody reads of oneself whether one can sign in. */
type State = Partial<Pick<PersonView, "invited" | "disabled">>;

/** Who the person is, where, and (of another) whether they can sign in. */
export function PersonFacts({ person, t }: { person: Shown & State; t: Translate }) {
  const { invited, disabled } = person;
  const facts = [
    { key: "email", term: t("people.person.facts.email"), value: person.email },
    { key: "role", term: t("people.person.facts.role"), value: t(`people.roles.${person.role}`) },
    {
      key: "unit",
      term: t("people.person.facts.unit"),
      value: person.unit ?? t("people.person.facts.wholePortal"),
    },
    ...(invited === undefined || disabled === undefined
      ? []
      : [{ key: "state", term: t("people.person.facts.state"), value: stateOf({ invited, disabled }, t) }]),
  ];
  if (person.role === "teacher") {
    const classes = person.classLabels.map(className).join(", ") || t("people.person.facts.noClasses");
    facts.splice(3, 0, { key: "classes", term: t("people.person.facts.classes"), value: classes });
  }
  return <Facts facts={facts} />;
}

/** `2025:5А` as people say it: 5А (2025/26). */
function className(label: string): string {
  const [year, name] = label.split(":");
  return `${name} (${schoolYear(Number(year))})`;
}

import { Section } from "#components/layout/section.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { PersonView, UnitOptions } from "#lib/people/queries.ts";
import { classYears } from "./class-years.ts";
import { ClassesForm } from "./classes-form.tsx";
import { linkWords } from "./link-words.ts";
import { PersonButton } from "./person-button.tsx";
import { PersonSessions } from "./person-sessions.tsx";
import { PlaceForm } from "./place-form.tsx";
import { placementWords } from "./placement-words.ts";
import { RoleList } from "./role-list.tsx";

interface Props {
  person: PersonView;
  units: UnitOptions;
  classes: readonly { year: number; label: string }[];
  /** The administrator's own page: some steps would shut the own door. */
  isOwn: boolean;
  /** When the waiting link ends, as people write it. */
  invitedUntil: string | null;
  /** An instant as people write it. */
  formatAt: (instant: string) => string;
  t: Translate;
}

/** Everything that the administrator may do about a person. */
export function PersonManagement({ person, units, classes, isOwn, invitedUntil, formatAt, t }: Props) {
  const years = classYears(classes, person.classLabels, t("people.person.classes.gone"));
  return (
    <>
      {person.role === "teacher" ? (
        <Section id="classes" title={t("people.person.classes.title")} lead={t("people.person.classes.lead")}>
          {years.length > 0 ? (
            <ClassesForm
              person={person}
              years={years}
              words={{ submit: t("people.person.classes.submit") }}
            />
          ) : (
            <p>
              {t("people.person.classes.none")}{" "}
              <a href={`/registry/${person.schoolId}`}>{t("people.person.classes.open")}</a>
            </p>
          )}
        </Section>
      ) : null}
      <Section id="place" title={t("people.person.place.title")} lead={t("people.person.place.lead")}>
        <RoleList t={t} />
        <PlaceForm
          person={{ ...person, unit: unitValue(person) }}
          units={units}
          words={{ placement: placementWords(t), submit: t("people.person.place.submit") }}
        />
      </Section>
      <Section id="link" title={t("people.person.link.title")} lead={t("people.person.link.lead")}>
        {invitedUntil ? <p>{t("people.person.link.waiting", { until: invitedUntil })}</p> : null}
        <PersonButton
          action="inviteAgain"
          personId={person.id}
          label={t("people.person.link.submit")}
          link={linkWords(t)}
        />
      </Section>
      <Section id="sessions" title={t("people.person.sessions.title")}>
        <PersonSessions person={person} formatAt={formatAt} t={t} />
      </Section>
      <Section
        id="account"
        title={t("people.person.account.title")}
        lead={t(`people.person.account.${person.disabled ? "off" : "on"}`)}
      >
        {isOwn ? (
          <p>{t("people.person.account.own")}</p>
        ) : (
          <PersonButton
            action="switchPerson"
            personId={person.id}
            on={person.disabled ? "yes" : "no"}
            kind={person.disabled ? "secondary" : "danger"}
            label={t(`people.person.account.${person.disabled ? "switchOn" : "switchOff"}`, {
              name: person.name,
            })}
          />
        )}
      </Section>
    </>
  );
}

function unitValue({ regionId, municipalityId, schoolId }: PersonView): string {
  if (schoolId !== null) return `school:${schoolId}`;
  if (municipalityId !== null) return `municipality:${municipalityId}`;
  return regionId === null ? "" : `region:${regionId}`;
}

import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { PersonRow } from "#lib/people/queries.ts";

interface Props {
  people: readonly PersonRow[];
  search: string;
  t: Translate;
}

/** People by name, each a link to the own page. */
export function PeopleTable({ people, search, t }: Props) {
  const caption = t(search ? "people.table.captionSearch" : "people.table.caption", {
    count: people.length,
    search,
  });
  return (
    <Table
      id="people"
      t={t}
      caption={caption}
      rows={people}
      rowKey={(person) => String(person.id)}
      sticky={false}
      columns={[
        {
          key: "name",
          head: t("people.table.name"),
          cell: (person) => (
            <>
              <a href={`/people/${person.id}`}>{person.name}</a>
              <br />
              <span className="wrap-anywhere text-ink-2">{person.email}</span>
              {person.disabled || person.invited ? (
                <>
                  <br />
                  <strong className="font-semibold">{stateOf(person, t)}</strong>
                </>
              ) : null}
            </>
          ),
        },
        {
          key: "place",
          head: t("people.table.roleAndUnit"),
          cell: (person) => (
            <>
              {t(`people.roles.${person.role}`)}
              <br />
              <span className="text-ink-2">{person.unit ?? t("people.person.facts.wholePortal")}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** Whether the person can sign in, in a word. */
export function stateOf(person: Pick<PersonRow, "invited" | "disabled">, t: Translate): string {
  return t(`people.state.${person.disabled ? "disabled" : person.invited ? "invited" : "active"}`);
}

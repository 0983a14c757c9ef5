import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { PersonFacts } from "#components/people/person-facts.tsx";
import { PersonManagement } from "#components/people/person-management.tsx";
import { getPerson, listClassChoices, listUnits } from "#lib/people/queries.ts";
import { personIdSchema } from "#lib/people/schema.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { toLocale } from "#messages/load.ts";

interface Props {
  params: Promise<{ personId: string }>;
}

/** Read once for the title and for the page. */
const load = cache(async (id: string) => {
  const viewer = await requireViewer(`/people/${id}`);
  const known = personIdSchema.safeParse({ personId: id });
  const ask = async () => {
    if (!known.success) throw new RefusedError("notFound");
    return getPerson(viewer, known.data.personId, currentInstant());
  };
  return { viewer, person: await answered(ask) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await load((await params).personId);
  return { title: person.name };
}

export default async function PersonPage({ params }: Props) {
  const { viewer, person } = await load((await params).personId);
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const formatAt = (instant: string) => formatInstant(new Date(instant), { locale, timeZone: env.TIME_ZONE });
  return (
    <>
      <PageHeader
        t={t}
        title={person.name}
        crumbs={[{ label: t("people.title"), href: "/people" }, { label: person.name }]}
      />
      <PersonFacts person={person} t={t} />
      {may(viewer, "people.manage") ? (
        <PersonManagement
          person={person}
          units={await listUnits(viewer)}
          classes={person.schoolId === null ? [] : await listClassChoices(viewer, person.schoolId)}
          isOwn={person.id === viewer.personId}
          invitedUntil={person.invitedUntil === null ? null : formatAt(person.invitedUntil)}
          formatAt={formatAt}
          t={t}
        />
      ) : null}
    </>
  );
}

import { asViewer } from "./as-viewer.ts";
import { systemViewer, type Viewer, viewerOf } from "./viewer.ts";

/** The viewer of a person by id, read now; null when there is no such person or the account is off. For jobs and the command line. */
export function loadViewer(personId: number): Promise<Viewer | null> {
  return asViewer(systemViewer, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, include: unitsAbove });
    return person && person.disabledAt === null ? viewerOf(withUnitsAbove(person), null) : null;
  });
}

/** The viewer of a session that is alive at `now`; null when it ended, expired, or the account is off. */
export function viewerOfSession(sessionId: string, now: Date): Promise<Viewer | null> {
  return asViewer(systemViewer, async (tx) => {
    const session = await tx.session.findUnique({
      where: { id: sessionId },
      include: { person: { include: unitsAbove } },
    });
    if (
      !session ||
      session.endedAt !== null ||
      session.expiresAt <= now ||
      session.person.disabledAt !== null
    )
      return null;
    return viewerOf(withUnitsAbove(session.person), session.id);
  });
}

const unitsAbove = { municipality: true, school: { include: { municipality: true } } } as const;

/** Fills in the municipality and region that a school or municipality stands in, so that pages can name them. */
function withUnitsAbove<
  P extends {
    regionId: number | null;
    municipalityId: number | null;
    municipality: { regionId: number } | null;
    school: { municipalityId: number; municipality: { regionId: number } } | null;
  },
>(person: P): P {
  const municipalityId = person.school?.municipalityId ?? person.municipalityId;
  const regionId = person.school?.municipality.regionId ?? person.municipality?.regionId ?? person.regionId;
  return { ...person, municipalityId, regionId };
}

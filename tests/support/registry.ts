import { asViewer, inTransaction } from "#lib/platform/access/as-viewer.ts";
import { loadViewer } from "#lib/platform/access/load-viewer.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";

let serial = 100_000;

export interface SmallRegion {
  regionId: number;
  municipalityIds: [number, number];
  /** Three schools: two in the first municipality, one in the second. */
  schoolIds: [number, number, number];
  workId: number;
}

/** A region with two municipalities, three schools and a work of three tasks (maxima 1, 2, 3) with a scale 0–1, 2–3, 4–5, 6. */
export function smallRegion(): Promise<SmallRegion> {
  return inTransaction(systemViewer, async (tx) => {
    const mark = serial++;
    const region = await tx.region.create({ data: { code: String(mark), name: `Область ${mark}` } });
    const municipality = (n: number) =>
      tx.municipality.create({
        data: { regionId: region.id, code: `m${mark}-${n}`, name: `Округ ${n}`, slug: `okrug-${mark}-${n}` },
      });
    const [first, second] = [await municipality(1), await municipality(2)];
    const school = (municipalityId: number) => {
      const login = String(serial++);
      return tx.school.create({
        data: { municipalityId, login, name: `Школа ${login}`, slug: `shkola-${login}` },
      });
    };
    const schools = [await school(first.id), await school(first.id), await school(second.id)] as const;
    const work = await tx.work.create({
      data: {
        code: `W-${mark}`,
        kind: "vpr",
        year: 2025,
        season: "spring",
        gradeTested: 4,
        gradeWriting: 4,
        subject: `S${mark}`,
        level: "base",
        maxScore: 6,
        tasks: {
          create: [1, 2, 3].map((max, i) => ({ position: i + 1, code: String(i + 1), max, difficulty: "Б" })),
        },
        scales: {
          create: { edition: 1, min3: 2, min4: 4, min5: 6, maxScore: 6, adoptedAt: new Date("2025-01-01") },
        },
      },
    });
    return {
      regionId: region.id,
      municipalityIds: [first.id, second.id],
      schoolIds: [schools[0].id, schools[1].id, schools[2].id],
      workId: work.id,
    };
  });
}

/** A signed-in person of a role, bound to the given unit. */
export async function person(
  role: Role,
  unit: { regionId?: number; municipalityId?: number; schoolId?: number; classLabels?: string[] } = {},
): Promise<Viewer> {
  const { id } = await inTransaction(systemViewer, (tx) =>
    tx.person.create({
      data: {
        email: `p${serial++}@example.org`,
        name: `Сотрудник ${serial}`,
        role,
        createdAt: new Date("2025-01-01"),
        ...unit,
      },
    }),
  );
  const viewer = await loadViewer(id);
  if (!viewer) throw new Error("The person was not found again");
  return viewer;
}

/** A person of every role: the school's people belong to the first school, those above it to its municipality and region. */
export async function everyRole(
  place: SmallRegion,
  classLabels: readonly string[],
): Promise<Map<Role, Viewer>> {
  const school = { schoolId: place.schoolIds[0] };
  const region = { regionId: place.regionId };
  const units: Record<Role, Parameters<typeof person>[1]> = {
    ...{ admin: {}, region, expert: region, municipality: { municipalityId: place.municipalityIds[0] } },
    ...{ head: school, deputy: school, teacher: { ...school, classLabels: [...classLabels] } },
  };
  const people = new Map<Role, Viewer>();
  for (const role of roles) people.set(role, await person(role, units[role]));
  return people;
}

/** People of the same offices in another school, municipality and region; the deputy's school lies beside the first one. */
export async function sameOfficesElsewhere(place: SmallRegion, other: SmallRegion): Promise<Viewer[]> {
  return [
    await person("deputy", { schoolId: place.schoolIds[1] }),
    await person("head", { schoolId: place.schoolIds[2] }),
    await person("municipality", { municipalityId: place.municipalityIds[1] }),
    await person("region", { regionId: other.regionId }),
  ];
}

/** Reads with no limits of scope; for assertions only. */
export const asSystem = <T>(work: Parameters<typeof asViewer<T>>[1]) => asViewer(systemViewer, work);

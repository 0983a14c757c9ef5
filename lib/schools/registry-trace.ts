import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { RegistryPlan } from "./registry-plan.ts";
import type { NameDecisions } from "./registry-writes.ts";

/** What loading a file changed in one municipality, for its journal. */
export interface MunicipalityTrace {
  municipalityId: number;
  schools: { added: number; changed: number; renamed: number };
  classes: { added: number; changed: number };
}

/** Counts of a written plan by municipality, in the order of their ids: everybody takes the locks of the journal's chains in one order. */
export async function changedByMunicipality(
  tx: WriteTx,
  plan: RegistryPlan,
  names: NameDecisions,
): Promise<MunicipalityTrace[]> {
  const { addSchools, changeSchools, addClasses, changeClasses } = plan;
  const logins = [...addSchools, ...changeSchools, ...addClasses, ...changeClasses].map((one) => one.login);
  const schools = await tx.school.findMany({
    where: { login: { in: [...new Set(logins)] } },
    select: { login: true, municipalityId: true },
  });
  const homes = new Map(schools.map((one) => [one.login, one.municipalityId]));
  const decided = changeSchools.filter((one) => one.changes.length > 0 || renames(one, names));
  return [...new Set(homes.values())]
    .sort((a, b) => a - b)
    .map((municipalityId) => {
      const here = (list: readonly { login: string }[]) =>
        list.filter((one) => homes.get(one.login) === municipalityId).length;
      return {
        municipalityId,
        schools: {
          added: here(addSchools),
          changed: here(decided),
          renamed: here(changeSchools.filter((one) => renames(one, names))),
        },
        classes: { added: here(addClasses), changed: here(changeClasses) },
      };
    })
    .filter(({ schools: all, classes }) => all.added + all.changed + classes.added + classes.changed > 0);
}

function renames({ login, newName }: RegistryPlan["changeSchools"][number], names: NameDecisions): boolean {
  return newName !== null && names.of(login) !== "keep";
}

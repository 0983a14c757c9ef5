import { nameKey, sameName } from "./name-rules.ts";
import type { RegistryState, Say } from "./registry-plan.ts";
import type { RegistryFindingCode, SchoolLine } from "./registry-reading.ts";

export interface PlannedMunicipality {
  code: string;
  name: string;
  regionId: number;
}

/** Where each line's school stands: an id, or the code of a municipality that is being added; null when refused or not said. */
export interface Places {
  add: PlannedMunicipality[];
  of(line: SchoolLine): Place;
}
export type Place =
  | { kind: "known"; id: number; code: string }
  | { kind: "new"; code: string }
  | { kind: "refused" }
  | { kind: "unsaid" };

/** Finds the municipality of each line by its code, else by its name; new ones are added where the viewer may. */
export function planMunicipalities(lines: readonly SchoolLine[], state: RegistryState, say: Say): Places {
  const byCode = new Map(state.municipalities.map((one) => [one.code.toLowerCase(), one]));
  const byName = Map.groupBy(state.municipalities, (one) => nameKey(one.name));
  const add = new Map<string, PlannedMunicipality>();
  const places = new Map<SchoolLine, Place>();
  for (const line of lines) {
    const code = line.municipalityCode.toLowerCase();
    if (code === "" && line.municipality === "") {
      places.set(line, { kind: "unsaid" });
      continue;
    }
    const named = code === "" ? (byName.get(nameKey(line.municipality)) ?? []) : [];
    const standing = code === "" ? (named.length === 1 ? named[0] : undefined) : byCode.get(code);
    if (standing === undefined) {
      places.set(
        line,
        named.length > 1 ? refused("municipalityAmbiguous", line, say) : added(line, state, add, say),
      );
      continue;
    }
    if (!standing.mine) {
      places.set(line, refused("otherMunicipality", line, say));
      continue;
    }
    if (line.municipality !== "" && !sameName(line.municipality, standing.name))
      say("warning", "municipalityNameDiffers", line, { ours: standing.name, theirs: line.municipality });
    places.set(line, { kind: "known", id: standing.id, code: standing.code });
  }
  return { add: [...add.values()], of: (line) => places.get(line) ?? { kind: "unsaid" } };
}

function added(
  line: SchoolLine,
  state: RegistryState,
  add: Map<string, PlannedMunicipality>,
  say: Say,
): Place {
  const { municipality: name, municipalityCode: code } = line;
  if (!state.mayAddMunicipalities) return refused("municipalityUnknown", line, say);
  if (code === "" || name === "") return refused("municipalityIncomplete", line, say);
  const planned = add.get(code.toLowerCase());
  if (planned) {
    if (!sameName(planned.name, name)) return refused("municipalityTwoNames", line, say, planned.name);
    return { kind: "new", code: planned.code };
  }
  const regionId = regionOf(code, state);
  if (regionId === null) return refused("regionUnknown", line, say);
  add.set(code.toLowerCase(), { code, name, regionId });
  return { kind: "new", code };
}

/** The region that a code like `reg97_m001` names, else the only one that the viewer works in. */
function regionOf(code: string, state: RegistryState): number | null {
  const digits = /^reg(\d{2,3})_/i.exec(code)?.[1];
  if (digits !== undefined) return state.regions.find((one) => one.code === digits)?.id ?? null;
  return state.regions.length === 1 ? (state.regions[0]?.id ?? null) : null;
}

function refused(code: RegistryFindingCode, line: SchoolLine, say: Say, other = ""): Place {
  say("error", code, line, {
    municipality: line.municipality || line.municipalityCode,
    code: line.municipalityCode,
    other,
  });
  return { kind: "refused" };
}

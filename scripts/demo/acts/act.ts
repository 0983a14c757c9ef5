import type { Viewer } from "#lib/platform/access/viewer.ts";
import type { DemoWorld } from "../form-file.ts";
import type { Employed, UnitIds } from "../people.ts";

/** Everybody and everything that the story has brought on stage so far. */
export interface Cast {
  world: DemoWorld;
  units: UnitIds;
  people: Map<string, Employed>;
  workIds: ReadonlyMap<string, number>;
}

/** Something that a person of the demo region does at a certain time. `at` is local time of Moscow. */
export interface Act {
  at: string;
  run(cast: Cast, now: Date): Promise<void>;
}

/** The viewer that a person of the story is. */
export function viewerOf({ people }: Cast, key: string): Viewer {
  const employed = people.get(key);
  if (!employed) throw new Error(`${key} is not on stage yet`);
  return employed.viewer;
}

/** Id of a school by its login. */
export function schoolId({ units }: Cast, login: string): number {
  const id = units.schools.get(login);
  if (id === undefined) throw new Error(`No school edu${login}`);
  return id;
}

/** Id of a work by its code. */
export function workId({ workIds }: Cast, code: string): number {
  const id = workIds.get(code);
  if (id === undefined) throw new Error(`No work ${code}`);
  return id;
}

import type { Scope } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";

/** Whose an indicator, a link, borders of levels or a target are; `portal` = they came with the portal. */
export type Owner = { kind: "portal"; id: null } | { kind: "region" | "municipality" | "school"; id: number };
export type OwnerKind = Owner["kind"];
/** A unit that measures and decides. */
export type UnitOwner = Exclude<Owner, { kind: "portal" }>;

/** The three columns that name the owner in every table of the catalogue. */
export interface OwnerColumns {
  regionId: number | null;
  municipalityId: number | null;
  schoolId: number | null;
}

export const portalOwner: Owner = { kind: "portal", id: null };

export function ownerOf({ regionId, municipalityId, schoolId }: OwnerColumns): Owner {
  if (schoolId !== null) return { kind: "school", id: schoolId };
  if (municipalityId !== null) return { kind: "municipality", id: municipalityId };
  if (regionId !== null) return { kind: "region", id: regionId };
  return portalOwner;
}

export function columnsOf(owner: Owner): OwnerColumns {
  return {
    regionId: owner.kind === "region" ? owner.id : null,
    municipalityId: owner.kind === "municipality" ? owner.id : null,
    schoolId: owner.kind === "school" ? owner.id : null,
  };
}

export function sameOwner(a: Owner, b: Owner): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** The unit for which this person decides about indicators; null for the administrator, teachers and the public. */
export function unitOf(viewer: { scope: Scope }): UnitOwner | null {
  const { kind, id } = viewer.scope;
  return kind === "region" || kind === "municipality" || kind === "school" ? { kind, id } : null;
}

/** The same for a command: who stands for no unit is refused. */
export function ownUnit(viewer: { scope: Scope }): UnitOwner {
  const unit = unitOf(viewer);
  if (unit === null) throw new RefusedError("forbidden", "indicators.refused.noUnit");
  return unit;
}

const letters = { region: "r", municipality: "m", school: "s" } as const;
const kinds = { r: "region", m: "municipality", s: "school" } as const;

/** The part of the address that names an indicator: `D2` as it came with the portal, `D2~s101` as school 101 has it. */
export function indicatorAddress(code: string, owner: Owner): string {
  return encodeURIComponent(owner.kind === "portal" ? code : `${code}~${letters[owner.kind]}${owner.id}`);
}

/** The code and owner of an address part (already decoded by the router or not); null when it is none. */
export function readAddress(text: string): { code: string; owner: Owner } | null {
  const parts = /^(.{1,40}?)(?:~([rms])(\d{1,9}))?$/u.exec(decoded(text));
  const code = parts?.[1];
  if (code === undefined || code.includes("~")) return null;
  const [letter, id] = [parts?.[2] as keyof typeof kinds | undefined, parts?.[3]];
  return { code, owner: letter ? { kind: kinds[letter], id: Number(id) } : portalOwner };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { type Owner, sameOwner, type UnitOwner } from "./owner.ts";
import type { CatalogueFilter } from "./schema.ts";
import type { CatalogueLine } from "./shapes.ts";

/** The lines that fit what was asked, in their order. Words are looked for in the code, the names and the definitions of both languages. */
export function filterCatalogue(
  lines: readonly CatalogueLine[],
  filter: Omit<CatalogueFilter, "page">,
  own: UnitOwner | null,
): CatalogueLine[] {
  const words = folded(filter.q).split(" ").filter(Boolean);
  return lines.filter((line) => {
    const { version } = line;
    if (filter.family !== undefined && line.family !== filter.family) return false;
    if (filter.object !== undefined && version.object !== filter.object) return false;
    if (filter.rule !== undefined && version.ruleKind !== filter.rule) return false;
    if (filter.adopted !== undefined && (line.adopted !== null) !== (filter.adopted === "yes")) return false;
    if (filter.data !== undefined && line.hasData !== (filter.data === "yes")) return false;
    if (!ownerFits(line.owner, filter.owner, own)) return false;
    if (words.length === 0) return true;
    const text = folded(
      [line.code, version.name, version.nameUk, version.definition, version.definitionUk].join(" "),
    );
    return words.every((word) => text.includes(word));
  });
}

function ownerFits(owner: Owner, asked: CatalogueFilter["owner"], own: UnitOwner | null): boolean {
  if (asked === undefined || asked === "below") return true;
  if (asked === "portal") return owner.kind === "portal";
  const mine = own !== null && sameOwner(owner, own);
  return asked === "own" ? mine : owner.kind !== "portal" && !mine;
}

/** Small letters, ё as е, apostrophes of both kinds alike, one space between words. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е").replaceAll(/[’'ʼ]/g, "’").replaceAll(/\s+/g, " ").trim();
}

import { scanPart } from "../../platform/workbook/xml-part.ts";
import { TOKEN } from "../../platform/workbook/xml-scanner.ts";
import type { Zip } from "../../platform/workbook/zip.ts";
import { attribute, number, W } from "./xml.ts";

/** What a paragraph style says about structure, its ancestors included. */
export interface StyleFacts {
  name: string;
  /** 1 for a heading of the first level; null for text */
  headingLevel: number | null;
  numId: number | null;
  numLevel: number | null;
}

const PLAIN: StyleFacts = { name: "", headingLevel: null, numId: null, numLevel: null };
/** Styles may be based on each other in a circle in a damaged file. */
const DEEPEST = 20;

/** Paragraph styles by id. Headings are told by their outline level or by their name in the file («heading 2» in every language of the program). */
export function readStyles(zip: Zip, part: string): (styleId: string | null) => StyleFacts {
  const own = new Map<string, Partial<StyleFacts> & { basedOn?: string }>();
  const x = scanPart(zip, part);
  if (x !== null) {
    let style: Partial<StyleFacts> & { basedOn?: string } = {};
    for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
      if (token !== TOKEN.open) continue;
      if (x.name === W.style) {
        style = {};
        own.set(attribute(x, W.styleId) ?? "", style);
      } else if (x.name === W.name) style.name ??= attribute(x, W.val) ?? "";
      else if (x.name === W.basedOn) style.basedOn = attribute(x, W.val) ?? "";
      else if (x.name === W.outlineLvl) style.headingLevel = levelOf(number(x, W.val));
      else if (x.name === W.numId) style.numId = number(x, W.val);
      else if (x.name === W.ilvl) style.numLevel = number(x, W.val);
    }
  }
  return (styleId) => {
    if (styleId === null) return PLAIN;
    const facts = { ...PLAIN, name: own.get(styleId)?.name ?? styleId };
    let id: string | undefined = styleId;
    for (let step = 0; id !== undefined && step < DEEPEST; step += 1) {
      const style = own.get(id);
      if (!style) break;
      const named = /^heading ([1-9])$/i.exec(style.name ?? "")?.[1];
      facts.headingLevel ??= style.headingLevel ?? (named === undefined ? null : Number(named));
      facts.numId ??= style.numId ?? null;
      facts.numLevel ??= style.numLevel ?? null;
      id = style.basedOn;
    }
    return facts;
  };
}

/** Nine outline levels are headings; a tenth says that the paragraph is text. */
export function levelOf(outline: number | null): number | null {
  return outline === null || outline > 8 ? null : outline + 1;
}

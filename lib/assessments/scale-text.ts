import { type Band, bandsOf, type Mark, type Problem, rangeText, scaleProblem } from "./rules.ts";

export type ScaleReading = { ok: true; bands: Band[] } | { ok: false; problem: Problem };

const LOWEST_OF = [
  ["3_min", "4_min", "5_min"],
  ["2->3", "3->4", "4->5"],
] as const;

/**
 * A scale as a person copies it, for a work of this maximum (forms.md F-01): four bands `0–9 | 10–15 | 16–20 | 21–24` from
 * the description of the work, or JSON `{"3_min": 10, …}` / `{"2->3": 10, …}`. The answer covers 0 … max exactly once, or
 * says which range does not.
 */
export function readScaleText(text: string, max: number): ScaleReading {
  const brace = text.indexOf("{");
  const bands = brace >= 0 ? readJson(text.slice(brace), max) : readBands(text);
  if (!bands)
    return { ok: false, problem: { messageKey: "assessments.refused.scaleUnreadable", params: {} } };
  const problem = scaleProblem(bands, max);
  return problem ? { ok: false, problem } : { ok: true, bands };
}

/** The bands as they are printed, `0–9 | 10–15 | 16–20 | 21–24`; reads back with `readScaleText`. */
export function scaleText(bands: readonly Band[]): string {
  return bands.map((band) => rangeText(band.from, band.to)).join(" | ");
}

function readBands(text: string): Band[] | null {
  const tidy = text.replace(/\s*[-‐‑‒–—−]\s*/g, "-").trim();
  const parts = tidy.split(/[|;,\s]+/).filter(Boolean);
  const bands = parts.map((part, i): Band | null => {
    const match = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part);
    return match ? { mark: (i + 2) as Mark, from: Number(match[1]), to: Number(match[2] ?? match[1]) } : null;
  });
  return bands.length === 4 && bands.every((band) => band !== null) ? bands : null;
}

function readJson(text: string, max: number): Band[] | null {
  const value = parsed(text);
  for (const [three, four, five] of LOWEST_OF) {
    const [min3, min4, min5] = [value?.[three], value?.[four], value?.[five]];
    if (isScore(min3) && isScore(min4) && isScore(min5)) return bandsOf({ min3, min4, min5, max });
  }
  return null;
}

function isScore(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 999;
}

/** The innermost object of what was pasted: programs wrap it as `{"mark_scale": {…}}`. */
function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const outer = value as Record<string, unknown>;
    const inner = outer.mark_scale ?? outer.mark_boundaries ?? outer;
    return typeof inner === "object" ? (inner as Record<string, unknown> | null) : null;
  } catch {
    return null; // not JSON: the caller says that the scale cannot be read
  }
}

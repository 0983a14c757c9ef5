import "server-only";
import { asViewer } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { found } from "../../platform/errors.ts";
import { type Computed, compute } from "../formula/compute.ts";
import {
  type FieldProblem,
  type FormulaTexts,
  type KnownIndicator,
  readFormula,
} from "../formula/formula.ts";
import type { Aggregation } from "../vocabulary.ts";
import { readDefinitions } from "./definition-reads.ts";
import { type Definition, knownOf } from "./definitions.ts";
import { readFacts } from "./fact-reads.ts";
import { type FactUse, factUses } from "./fact-uses.ts";
import { schoolYearOf } from "./period.ts";
import { readRows, type SourceRow } from "./row-reads.ts";
import { definitionsFor, schoolValues } from "./school-values.ts";

export interface DryRun {
  school: { id: number; name: string };
  schoolYear: number;
  computed: Computed;
  facts: FactUse[];
  rows: SourceRow[];
}

export interface FormulaPage {
  problems: readonly FieldProblem[];
  sound: boolean;
  /** Null: the formula is not sound, or no school was asked for. */
  dry: DryRun | null;
  schools: { id: number; name: string }[];
  indicators: readonly KnownIndicator[];
}

/** Checks a formula that is being written and computes it for one school and year without keeping anything. `texts` null: nothing is written yet. */
export function tryFormula(
  viewer: Viewer,
  texts: FormulaTexts | null,
  schoolId: number | null,
  schoolYear: number,
): Promise<FormulaPage> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const years = [schoolYear - 2, schoolYear - 1, schoolYear];
    const definitions = await readDefinitions(tx, years);
    const others = (definitions.get(schoolYear) ?? []).filter(({ code }) => code !== texts?.code);
    const indicators = others.map(knownOf);
    const schools = await tx.$queryRaw<{ id: number; name: string }[]>`
      SELECT id, name FROM school WHERE closed_on IS NULL ORDER BY name COLLATE natural_order, id LIMIT 300`;
    const page = { problems: [], sound: false, dry: null, schools, indicators };
    if (texts === null) return page;
    const outcome = readFormula(texts, indicators);
    if (!outcome.ok) return { ...page, problems: outcome.problems };
    const asked = schoolId ?? schools[0]?.id ?? null;
    if (asked === null) return { ...page, sound: true };
    const row = found(await tx.school.findUnique({ where: { id: asked }, include: { municipality: true } }));
    const school = { id: asked, municipalityId: row.municipalityId, regionId: row.municipality.regionId };
    const facts = await readFacts(tx, [asked], years);
    const tried = triedDefinition(texts, outcome.formula, outcome.facts);
    const withTried = new Map(
      years.map((year) => [
        year,
        [
          ...definitionsFor(school, definitions.get(year) ?? []).filter(({ code }) => code !== texts.code),
          tried,
        ],
      ]),
    );
    const value = schoolValues(school, schoolYear, withTried, facts).find(
      ({ definition }) => definition === tried,
    );
    const uses = await factUses(tx, asked, schoolYearOf(schoolYear), texts);
    return {
      ...page,
      sound: true,
      dry: {
        ...{ school: { id: asked, name: row.name }, schoolYear, facts: uses },
        computed:
          value ?? compute(outcome.formula, { fact: () => null, indicator: () => false, previous: null }),
        rows: await readRows(tx, asked, schoolYearOf(schoolYear), uses),
      },
    };
  });
}

/** The formula as if it were in force for everybody; it is never stored. */
function triedDefinition(texts: FormulaTexts, formula: Definition["formula"], facts: string[]): Definition {
  return {
    ...texts,
    ...{ versionId: 0, indicatorId: 0, regionId: null, municipalityId: null, schoolId: null },
    ...{ effectiveFrom: "2000-01-01", effectiveTo: null, period: "year", formula, broken: false, facts },
  };
}

/** The formula of an indicator as it is in force or, for its owner, in draft; null when there is none. */
export function findFormula(viewer: Viewer, indicatorId: number): Promise<FormulaTexts | null> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<
      (Omit<FormulaTexts, "numerator" | "aggregation"> & {
        numerator: string | null;
        aggregation: Aggregation;
      })[]
    >`
      SELECT i.code, v.numerator, v.denominator, v.condition, v.unit, v.aggregation FROM indicator_version v JOIN indicator i ON i.id = v.indicator_id
      WHERE i.id = ${indicatorId} ORDER BY v.status = 'draft' DESC, v.effective_from DESC LIMIT 1`;
    return row ? { ...row, numerator: row.numerator ?? "" } : null;
  });
}

import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import { numberArray, textArray } from "../results/array-text.ts";
import type { ReportCode } from "../results/layouts/report-forms.ts";
import type { ReportedFigure, ReportedUnit, ReportedWork } from "./report.ts";
import type { ResolvedUnit } from "./resolve-units.ts";

const batchRows = 1_500;

/** What a report is about, with the work of the bank when it was found, or the works to choose from. */
export interface StagedWork extends ReportedWork {
  workId: number | null;
  workCode: string | null;
  candidates: readonly { id: number; code: string }[];
}

export interface StagedReport {
  form: ReportCode;
  works: readonly StagedWork[];
  units: readonly (ReportedUnit & ResolvedUnit)[];
  figures: readonly ReportedFigure[];
  owner: { schoolId: number | null; municipalityId: number | null; regionId: number | null };
}

/** Stores the figures of a report, not yet in force. Lines of schools that are not the viewer's must be left out before. */
export async function stageFigures(tx: WriteTx, importId: number, report: StagedReport): Promise<void> {
  for (let at = 0; at < report.figures.length; at += batchRows)
    await insertFigures(tx, importId, report, report.figures.slice(at, at + batchRows));
}

async function insertFigures(
  tx: WriteTx,
  importId: number,
  { form, works, units, owner }: StagedReport,
  figures: readonly ReportedFigure[],
): Promise<void> {
  const numbers = (read: (figure: ReportedFigure) => number | null | undefined) =>
    numberArray(figures.map((figure) => read(figure) ?? null));
  const texts = (read: (figure: ReportedFigure) => string | null | undefined) =>
    textArray(figures.map((figure) => read(figure) ?? null));
  const unit = ({ unit: at }: ReportedFigure) => units[at];
  const work = ({ work: at }: ReportedFigure) => works[at];
  await tx.$executeRaw`INSERT INTO reported_figure (import_id, form, unit_kind, unit_name, unit_login, place, name_key, place_key,
      school_id, municipality_id, region_id, exam, year, subject, work_id, measure, key, state, value, decimals, n, raw, sheet, row, col,
      owner_school_id, owner_municipality_id, owner_region_id)
    SELECT ${importId}, ${form}, t.*, ${owner.schoolId}::int, ${owner.municipalityId}::int, ${owner.regionId}::int
    FROM unnest(${texts((f) => unit(f)?.kind)}::text[], ${texts((f) => unit(f)?.name)}::text[], ${texts((f) => unit(f)?.login)}::text[],
      ${texts((f) => unit(f)?.place)}::text[], ${texts((f) => unit(f)?.nameKey)}::text[], ${texts((f) => unit(f)?.placeKey)}::text[],
      ${numbers((f) => unit(f)?.schoolId)}::int[], ${numbers((f) => unit(f)?.municipalityId)}::int[], ${numbers((f) => unit(f)?.regionId)}::int[],
      ${texts((f) => work(f)?.exam)}::text[], ${numbers((f) => work(f)?.year)}::smallint[], ${texts((f) => work(f)?.subject ?? "")}::text[],
      ${numbers((f) => work(f)?.workId)}::int[], ${texts((f) => f.measure)}::text[], ${texts((f) => f.key)}::text[], ${texts((f) => f.state)}::text[],
      ${numbers((f) => f.value)}::float8[], ${numbers((f) => f.decimals)}::smallint[], ${numbers((f) => f.n)}::int[], ${texts((f) => f.raw.slice(0, 200))}::text[],
      ${texts((f) => f.sheet)}::text[], ${numbers((f) => f.row)}::int[], ${numbers((f) => f.column)}::int[]) AS t`;
}

/** Removes what an earlier check of the same report staged. */
export async function forgetFigures(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`DELETE FROM reported_figure WHERE import_id = ${importId} AND NOT in_force`;
}

/** How many of the staged figures are new or other than those in force: 0 = the report says nothing that is not known. */
export async function countNews(tx: ReadTx, importId: number): Promise<{ added: number; changed: number }> {
  const [row] = await tx.$queryRaw<{ added: number; changed: number }[]>`
    WITH mine AS (SELECT * FROM reported_figure WHERE import_id = ${importId}),
    standing AS (
      SELECT DISTINCT ON (m.id) m.id, f.state, f.value, f.n FROM mine m JOIN reported_figure f ON f.in_force
        AND f.form = m.form AND f.exam = m.exam AND f.year = m.year AND f.subject = m.subject AND f.work_id IS NOT DISTINCT FROM m.work_id
        AND f.measure = m.measure AND f.key = m.key AND f.unit_kind = m.unit_kind
        AND f.school_id IS NOT DISTINCT FROM m.school_id AND f.municipality_id IS NOT DISTINCT FROM m.municipality_id
        AND f.region_id IS NOT DISTINCT FROM m.region_id
        AND (coalesce(m.school_id, m.municipality_id, m.region_id) IS NOT NULL OR (f.unit_name = m.unit_name AND f.place = m.place))
      ORDER BY m.id, f.applied_at DESC, f.import_id DESC)
    SELECT count(*) FILTER (WHERE s.id IS NULL)::int AS added,
      count(*) FILTER (WHERE s.id IS NOT NULL AND (s.state, s.value, s.n) IS DISTINCT FROM (m.state, m.value, m.n))::int AS changed
    FROM mine m LEFT JOIN standing s ON s.id = m.id`;
  return row ?? { added: 0, changed: 0 };
}

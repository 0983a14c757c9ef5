import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { createReport, editReport, publishReport, withdrawReport } from "#lib/reports/commands.ts";
import { getDraft } from "#lib/reports/queries.ts";
import { type Act, type Cast, schoolId, viewerOf } from "./act.ts";

type Unit = { kind: "school" | "municipality"; id: number; name: string };

/** Reports of heads and of an officer: published, amended, withdrawn, and a draft that waits for whoever makes the tour. */
export const reports: readonly Act[] = [
  {
    at: "2025-06-10T12:00",
    run: async (cast, now) => {
      const reportId = await draft(cast, "head7", school(cast, "980007"), 2025, "schoolForeword", now);
      await publish(cast, "head7", reportId, "", now);
      const later = new Date(now.getTime() + 14 * 86_400_000);
      await edit(cast, "head7", reportId, "amendedForeword", later);
      await publish(cast, "head7", reportId, cast.world.t("reports.amendNote"), later);
    },
  },
  {
    at: "2026-06-11T10:00",
    run: async (cast, now) => {
      const reportId = await draft(cast, "head20", school(cast, "980020"), 2026, "schoolForeword", now);
      await publish(cast, "head20", reportId, "", now);
      const reason = cast.world.t("reports.withdrawReason");
      const later = new Date(now.getTime() + 86_400_000);
      await withdrawReport(viewerOf(cast, "head20"), { reportId, edition: 1, reason }, later);
    },
  },
  {
    at: "2026-06-15T16:00",
    run: async (cast, now) => {
      const reportId = await draft(cast, "head1", school(cast, "980001"), 2026, "schoolForeword", now);
      await publish(cast, "head1", reportId, "", now);
    },
  },
  {
    at: "2026-06-19T11:00",
    run: async (cast, now) => {
      const [area] = cast.world.region.municipalities;
      const id = cast.units.municipalities.get(area?.code ?? "") ?? 0;
      const unit = { kind: "municipality", id, name: area?.name ?? "" } as const;
      const reportId = await draft(cast, "sinegorsk", unit, 2026, "areaForeword", now);
      await publish(cast, "sinegorsk", reportId, "", now);
    },
  },
  {
    at: "2026-11-20T09:30",
    run: async (cast, now) => {
      await draft(cast, "head7", school(cast, "980007"), 2026, "schoolForeword", now);
    },
  },
];

function school(cast: Cast, login: string): Unit {
  const { name } = cast.world.region.schools.find((one) => one.login === login) ?? { name: login };
  return { kind: "school", id: schoolId(cast, login), name };
}

async function draft(
  cast: Cast,
  by: string,
  unit: Unit,
  year: number,
  foreword: string,
  now: Date,
): Promise<number> {
  const title = cast.world.t("reports.title", { year: String(year), unit: unit.name });
  const { reportId } = await createReport(viewerOf(cast, by), { unit, year, title }, now);
  await edit(cast, by, reportId, foreword, now);
  return reportId;
}

async function edit(cast: Cast, by: string, reportId: number, foreword: string, now: Date): Promise<void> {
  const { title, version, workIds } = await current(cast, by, reportId);
  const text = cast.world.t(`reports.${foreword}`);
  await editReport(viewerOf(cast, by), { reportId, version, title, foreword: text, workIds }, now);
}

/** Publishes as a person does who has read the preview and confirmed every warning of the checklist. */
async function publish(cast: Cast, by: string, reportId: number, note: string, now: Date): Promise<void> {
  const viewer = viewerOf(cast, by);
  const { version, fingerprint, warnings } = await getDraft(viewer, reportId);
  const confirmed = warnings.map(({ key }) => key);
  await publishReport(viewer, { reportId, version, note, confirmed, fingerprint }, now);
}

function current(cast: Cast, by: string, reportId: number) {
  return asViewer(viewerOf(cast, by), (tx) => tx.report.findUniqueOrThrow({ where: { id: reportId } }));
}

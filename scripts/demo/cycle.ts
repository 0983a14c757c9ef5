import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { dateToDay } from "#lib/platform/clock.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { addCycleItem, reportCycleItem, startCycle } from "#lib/schedule/cycle/commands.ts";
import { translator } from "#messages/translate.ts";
import { type Act, type Cast, viewerOf } from "./acts/act.ts";

/** Lines that stay open although their day has passed, so that desks show what overdue looks like. */
const forgotten = new Set(["observers", "parentsSurvey"]);

/** The yearly cycles of three schools: one nearly in time, one that began late, one hardly kept. */
export const cycleActs: readonly Act[] = [
  { at: "2026-08-21T10:00", run: (cast, now) => start(cast, "deputy7", now) },
  { at: "2026-08-24T10:00", run: (cast, now) => start(cast, "deputy1", now) },
  { at: "2026-09-07T10:00", run: (cast, now) => start(cast, "deputy20", now) },
  {
    at: "2026-11-13T15:00",
    run: (cast, now) => report(cast, "deputy7", now, (code) => !forgotten.has(code)),
  },
  { at: "2026-11-13T16:00", run: (cast, now) => report(cast, "deputy1", now, () => true) },
  {
    at: "2026-11-13T17:00",
    run: (cast, now) => report(cast, "deputy20", now, (_, index) => index === 0),
  },
];

async function start(cast: Cast, who: string, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10) as `${number}-${number}-${number}`;
  await startCycle(viewerOf(cast, who), { year: 2026, from: day }, now);
  if (who === "deputy7") await own(cast, now);
}

/** A line of the school's own, given to a teacher by name. */
async function own(cast: Cast, now: Date): Promise<void> {
  const deputy = viewerOf(cast, "deputy7");
  const plan = await asViewer(deputy, (tx) => tx.cyclePlan.findFirst({ where: { year: 2026 } }));
  const t = translator(deputy.locale, "cycle");
  await addCycleItem(
    deputy,
    {
      planId: plan?.id ?? 0,
      title: t("demo.ownTitle"),
      output: t("demo.ownOutput"),
      basis: "",
      performer: "teacher",
      clause: null,
      performerId: viewerOf(cast, "teacher7").personId,
      addressees: ["deputy", "parents"],
      dueOn: "2026-11-27",
    },
    now,
  );
}

/** Marks lines as done on the day they were due, with a document as evidence. */
async function report(
  cast: Cast,
  who: string,
  now: Date,
  isDone: (code: string, index: number) => boolean,
): Promise<void> {
  const viewer = viewerOf(cast, who);
  const items = await asViewer(viewer, (tx) =>
    tx.cycleItem.findMany({
      where: { schoolId: viewer.schoolId ?? 0, dueOn: { lt: now }, code: { not: "" } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    }),
  );
  for (const [index, item] of items.entries()) {
    if (!isDone(item.code, index)) continue;
    const doneOn = dateToDay(item.dueOn)!;
    const day = formatDay(doneOn, { locale: viewer.locale });
    const evidence = translator(viewer.locale, "cycle")("demo.evidence", { day, number: String(index + 11) });
    await reportCycleItem(
      viewer,
      {
        ...{ itemId: item.id, version: item.version, status: "done", doneOn, evidence },
        ...{ document: "", documentUrl: "", reason: "" },
      },
      now,
    );
  }
}

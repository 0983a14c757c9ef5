import { readFileSync } from "node:fs";
import path from "node:path";
import { adoptIndicator, adoptVersion } from "#lib/indicators/adopt-commands.ts";
import { linkClause } from "#lib/indicators/basis-commands.ts";
import { adaptIndicator, addIndicator, saveDraft } from "#lib/indicators/draft-commands.ts";
import { getIndicator } from "#lib/indicators/indicator-queries.ts";
import { setTarget, setThresholds } from "#lib/indicators/level-commands.ts";
import { loadShippedIndicators } from "#lib/indicators/load-commands.ts";
import { columnsOf, indicatorAddress, ownUnit, portalOwner } from "#lib/indicators/owner.ts";
import { type AddIndicatorInput, saveDraftSchema } from "#lib/indicators/schema.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import type { Day } from "#lib/platform/clock.ts";
import { type Act, viewerOf } from "./acts/act.ts";

/** A step of the story: who does it, and when by the clock of Moscow. */
interface Step {
  by: string;
  at: string;
}
interface DemoIndicators {
  adoptions: (Step & { on: string; note: string; codes: string[] })[];
  links: (Step & { regulation: string; pairs: [code: string, clauseKey: string][] })[];
  thresholds: (Step & { code: string; from: string; borders: [number, number, number]; citation: string })[];
  targets: (Step & { code: string; year: number; target: number; note: string })[];
  adapted: (Step & {
    code: string;
    denominator: string;
    definition: string;
    definitionUk: string;
    from: string;
    note: string;
  })[];
  own: (Step & {
    code: string;
    name: string;
    nameUk: string;
    definition: string;
    definitionUk: string;
    from: string;
  })[];
}

const demo: DemoIndicators = JSON.parse(
  readFileSync(path.join(process.cwd(), "prisma", "seed", "demo-indicators.json"), "utf8"),
);

/** The catalogue of the demo region: what its units adopt, adapt and add, on which clauses, with which borders and targets. */
export const indicatorActs: readonly Act[] = [
  {
    at: "2025-03-20T09:10",
    run: async (_cast, now) => void (await loadShippedIndicators(systemViewer, now)),
  },
  ...demo.adoptions.map((step) => act(step, (by, now) => adoptAll(by, step, now))),
  ...demo.links.map((step) => act(step, (by, now) => linkAll(by, step, now))),
  ...demo.thresholds.map((step) => act(step, (by, now) => borders(by, step, now))),
  ...demo.targets.map((step) => act(step, (by, now) => target(by, step, now))),
  ...demo.adapted.map((step) => act(step, (by, now) => adapt(by, step, now))),
  ...demo.own.map((step) => act(step, (by, now) => add(by, step, now))),
];

function act({ by, at }: Step, run: (by: Viewer, now: Date) => Promise<void>): Act {
  return { at, run: (cast, now) => run(viewerOf(cast, by), now) };
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10) as Day;
/** The id of an indicator that came with the portal. */
const idOf = (by: Viewer, code: string) =>
  asViewer(
    by,
    async (tx) => (await tx.indicator.findFirstOrThrow({ where: { code, ...columnsOf(portalOwner) } })).id,
  );

async function adoptAll(
  by: Viewer,
  { codes, on, note }: DemoIndicators["adoptions"][number],
  now: Date,
): Promise<void> {
  for (const code of codes)
    await adoptIndicator(by, { indicatorId: await idOf(by, code), adoptedOn: on, note }, now);
}

async function linkAll(
  by: Viewer,
  { regulation, pairs }: DemoIndicators["links"][number],
  now: Date,
): Promise<void> {
  const { id } = await asViewer(by, (tx) =>
    tx.regulation.findFirstOrThrow({ where: { title: regulation }, orderBy: { id: "asc" } }),
  );
  for (const [code, clauseKey] of pairs) {
    const clause = { regulationId: id, clauseKey };
    await linkClause(by, { indicatorId: await idOf(by, code), clause, citation: "", ruleKind: "local" }, now);
  }
}

async function borders(by: Viewer, step: DemoIndicators["thresholds"][number], now: Date): Promise<void> {
  const [optimal, sufficient, acceptable] = step.borders;
  const said = { version: 0, effectiveFrom: step.from, citation: step.citation, note: "" };
  await setThresholds(
    by,
    { ...said, optimal, sufficient, acceptable, indicatorId: await idOf(by, step.code) },
    now,
  );
}

async function target(by: Viewer, step: DemoIndicators["targets"][number], now: Date): Promise<void> {
  const said = { schoolYear: step.year, target: step.target, note: step.note, revision: 0 };
  await setTarget(by, { ...said, indicatorId: await idOf(by, step.code) }, now);
}

/** Takes an indicator over, changes it and puts the version into force; from then on the unit measures its own instead. */
async function adapt(by: Viewer, step: DemoIndicators["adapted"][number], now: Date): Promise<void> {
  const address = indicatorAddress(step.code, ownUnit(by));
  const first = !(await exists(by, address, now));
  if (first) await adaptIndicator(by, { indicatorId: await idOf(by, step.code) }, dayOf(now), now);
  const { id, versions, shown } = await getIndicator(by, address, dayOf(now));
  const revision = versions.find(({ status }) => status === "draft")?.revision ?? 0;
  const { by: _, at, code, from, ...changed } = step;
  const own = { sourceOwn: "", instrumentOwn: "", performerOwn: "", addresseesOwn: "" };
  const texts = Object.fromEntries(
    Object.entries({ ...shown, ...own, ...changed, effectiveFrom: from, indicatorId: id, revision }).map(
      ([name, value]) => [name, Array.isArray(value) ? value : String(value ?? "")],
    ),
  );
  await saveDraft(by, saveDraftSchema.parse(texts), now);
  await adoptVersion(by, { indicatorId: id, revision: revision + 1 }, now);
  if (first) await adoptIndicator(by, { indicatorId: id, adoptedOn: from, note: changed.note }, now);
}

async function exists(by: Viewer, address: string, now: Date): Promise<boolean> {
  return getIndicator(by, address, dayOf(now)).then(
    () => true,
    () => false,
  );
}

async function add(by: Viewer, step: DemoIndicators["own"][number], now: Date): Promise<void> {
  const { by: _, at, from, ...words } = step;
  const content: AddIndicatorInput = {
    ...words,
    ...{ object: "process", unit: "percent", decimals: 1, direction: "up", aggregation: "weighted" },
    ...{ numerator: null, denominator: null, condition: null, period: "year", dueDays: 14 },
    ...{
      source: "documents",
      sourceOwn: "",
      instrument: "register",
      instrumentOwn: "",
      performer: "deputy",
      performerOwn: "",
    },
    ...{ addressees: ["head", "parents"], addresseesOwn: "", effectiveFrom: from, note: "" },
  };
  const { address } = await addIndicator(by, content, now);
  const { id } = await getIndicator(by, address, dayOf(now));
  await adoptVersion(by, { indicatorId: id, revision: 1 }, now);
  await adoptIndicator(by, { indicatorId: id, adoptedOn: from, note: "" }, now);
}

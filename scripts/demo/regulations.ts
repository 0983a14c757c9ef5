import { readFileSync } from "node:fs";
import path from "node:path";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import type { Role } from "#lib/platform/access/permissions.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { replaceText } from "#lib/regulations/clause-commands.ts";
import { addRegulation } from "#lib/regulations/commands.ts";
import { addEdition, adoptEdition } from "#lib/regulations/edition-commands.ts";
import { askToRead, markRead } from "#lib/regulations/reading-commands.ts";
import type { Kind, Level, Topic } from "#lib/regulations/schema.ts";
import { type Act, viewerOf } from "./acts/act.ts";

/** Number, heading, text, depth, key. */
type DemoClause = [string, string, string, number, string];

interface DemoRegulation {
  /** who adds it, and when by the clock of Moscow; editions follow on their days of adoption */
  by: string;
  at: string;
  level: Level;
  kind: Kind;
  topic: Topic;
  public: boolean;
  title: string;
  shortTitle: string;
  asked?: { roles: Role[]; dueOn: string; read: string[] };
  editions: {
    number: string;
    adoptedOn: string;
    effectiveFrom: string;
    effectiveTo?: string;
    adoptedBy: string;
    note: string;
    clauses: DemoClause[];
  }[];
}

/** Regulations of the demo region: federal acts as cards in our own words, and local acts that nobody ever adopted. */
export function demoRegulations(): DemoRegulation[] {
  return JSON.parse(
    readFileSync(path.join(process.cwd(), "prisma", "seed", "demo-regulations.json"), "utf8"),
  );
}

/** Adds a regulation and its first edition, as its makers would. */
async function begin(demo: DemoRegulation, by: Viewer, now: Date): Promise<void> {
  const { level, kind, topic, title, shortTitle } = demo;
  const { regulationId } = await addRegulation(
    by,
    { level, kind, topic, title, shortTitle, public: demo.public },
    now,
  );
  await adopt(regulationId, demo.editions[0], by, now);
}

async function adopt(
  regulationId: number,
  edition: DemoRegulation["editions"][number] | undefined,
  by: Viewer,
  now: Date,
): Promise<number> {
  if (!edition) throw new Error("A regulation without editions");
  const { clauses, effectiveTo = null, ...facts } = edition;
  const { editionId } = await addEdition(by, { regulationId, ...facts, effectiveTo, copyText: false }, now);
  const text = clauses.map(([number, heading, body, depth, key]) => ({ number, heading, body, depth, key }));
  await replaceText(by, { editionId, version: 1, clauses: text }, now);
  await adoptEdition(by, { editionId, version: 2 }, now);
  return editionId;
}

/** The newest edition of a regulation of the story. */
function idsOf(
  by: Viewer,
  { title, level }: DemoRegulation,
): Promise<{ regulationId: number; editionId: number }> {
  return asViewer(by, async (tx) => {
    const row = await tx.regulation.findFirstOrThrow({
      where: { title, level },
      include: { editions: { orderBy: { id: "desc" }, take: 1 } },
      orderBy: { id: "desc" },
    });
    return { regulationId: row.id, editionId: row.editions[0]?.id ?? 0 };
  });
}

/** What happens to one regulation: it is brought, later editions come on their days, people are asked to read the last. */
export function actsOf(
  demo: DemoRegulation,
): { at: string; run(who: (key: string) => Viewer, now: Date): Promise<void> }[] {
  const later = demo.editions.slice(1).map((edition) => ({
    at: `${edition.adoptedOn}T15:00`,
    run: async (who: (key: string) => Viewer, now: Date) => {
      const { regulationId } = await idsOf(who(demo.by), demo);
      await adopt(regulationId, edition, who(demo.by), now);
    },
  }));
  const { asked } = demo;
  const reading = {
    at: `${demo.editions.at(-1)?.adoptedOn}T16:00`,
    run: async (who: (key: string) => Viewer, now: Date) => {
      const { editionId } = await idsOf(who(demo.by), demo);
      await askToRead(
        who(demo.by),
        { editionId, roles: asked?.roles ?? [], people: [], dueOn: asked?.dueOn ?? "" },
        now,
      );
      for (const key of asked?.read ?? []) await markRead(who(key), { editionId }, now);
    },
  };
  return [
    { at: demo.at, run: (who, now) => begin(demo, who(demo.by), now) },
    ...later,
    ...(asked ? [reading] : []),
  ];
}

/** The same as acts of the story. */
export const regulationActs: readonly Act[] = demoRegulations()
  .flatMap(actsOf)
  .map(({ at, run }) => ({ at, run: (cast, now) => run((key) => viewerOf(cast, key), now) }));

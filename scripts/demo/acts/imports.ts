import { createHash } from "node:crypto";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { examine } from "#lib/results/examine.ts";
import { type ImportOutcome, importFile } from "#lib/results/import-commands.ts";
import { registerImport } from "#lib/results/receive-commands.ts";
import type { Given } from "#lib/results/schema.ts";
import { stage } from "#lib/results/stage-commands.ts";
import { type Delivery, deliveries } from "../deliveries.ts";
import { type DemoFile, type DemoWorld, deliveredFile } from "../form-file.ts";
import { type Act, type Cast, viewerOf, workId } from "./act.ts";

/** Every ordinary file of the story as an act. */
export function importActs(world: DemoWorld): Act[] {
  return deliveries(world.region, world.works).map((delivery) => ({
    at: delivery.at,
    run: async (cast, now) => {
      await bring(
        cast,
        delivery.by,
        deliveredFile(world, delivery),
        givenFor(cast, delivery),
        "applied",
        now,
      );
    },
  }));
}

/** Imports a file as a person; whatever the story does not expect is a defect. */
export async function bring(
  cast: Cast,
  by: string,
  file: DemoFile,
  given: Given,
  expected: ImportOutcome["status"],
  now: Date,
): Promise<number> {
  const { status, importId, examination } = await importFile(
    viewerOf(cast, by),
    file,
    { given, dryRun: false },
    now,
  );
  if (status === expected && importId !== null) return importId;
  const findings = [examination.refusal, ...examination.findings].filter((one) => one?.severity === "error");
  throw new Error(`${file.name} is ${status}, not ${expected}: ${JSON.stringify(findings.slice(0, 5))}`);
}

/** Brings a file up to its review and leaves it there, as a person does who looks at the findings and puts it off. */
export async function bringForReview(viewer: Viewer, file: DemoFile, given: Given, now: Date): Promise<void> {
  const examination = await examine(viewer, file.bytes, file.name, given);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const received = { name: file.name, bytes: file.bytes.length, sha256 };
  await inTransaction(viewer, async (tx) => {
    const importId = await registerImport(tx, viewer, received, given, now);
    const status = await stage(tx, importId, examination);
    if (status !== "review") throw new Error(`${file.name} is ${status}, not in review`);
  });
}

/** Forms that name neither year nor subject: the person says which work it is. */
export function givenFor(cast: Cast, { form, work }: Pick<Delivery, "form" | "work">): Given {
  return form === "C" || form === "D" || form === "E" ? { workId: workId(cast, work) } : {};
}

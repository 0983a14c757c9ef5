import { Refusal, say } from "./setup/say.mjs";
import { checkLint, checkTypes } from "./verify/code.ts";
import { checkJourneys } from "./verify/journeys.ts";
import { sum, type Tally } from "./verify/tally.ts";
import { checkUnit } from "./verify/unit.ts";

/** The parts of `npm test`, in order; people may run one with --only. */
const PARTS: Record<string, readonly (() => Promise<Tally>)[]> = {
  lint: [checkLint, checkTypes],
  unit: [checkUnit],
  e2e: [checkJourneys],
};

async function verify(only: string | undefined): Promise<Tally> {
  const parts = only === undefined ? Object.values(PARTS) : [PARTS[only]];
  const tallies: Tally[] = [];
  for (const part of parts) {
    if (part === undefined) throw new Refusal("test.wrongPart", { part: only ?? "" });
    for (const check of part) tallies.push(await check());
  }
  return sum(tallies);
}

const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
try {
  const { passed, failed } = await verify(only);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  if (error instanceof Refusal) say("crashed", { detail: error.message });
  else console.error(error);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
process.exit();

import { parseArgs } from "node:util";
import fc from "fast-check";
import { anyFile, anyTable } from "./fuzz/any-file.ts";
import { mutant, readSeeds } from "./fuzz/mutant.ts";
import { runExamination } from "./fuzz/run-examination.ts";

/**
 * `npm run test:fuzz -- --minutes=10 --seed=1`: reads and checks invented files (bytes of any kind, damaged real forms, tables
 * of any cells) until the time is over. A thrown error, a lost line or cell, and a file that takes longer than the limit are
 * failures; the shortest one found is printed with its seed.
 */
const longestMilliseconds = 5_000;
const runsAtOnce = 50;

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? "10");
const firstSeed = Number(values.seed ?? String(Date.now() % 1_000_000_000));
if (!(minutes > 0) || !Number.isInteger(firstSeed)) {
  console.error("npm run test:fuzz -- --minutes=10 --seed=1");
  process.exit(2);
}

const kinds = [
  ["bytes", anyFile],
  ["table", anyTable],
  ["mutant", mutant(readSeeds())],
] as const;
const ends = performance.now() + minutes * 60_000;
const counts: Record<string, number> = {};
let slowest = { milliseconds: 0, kind: "", seed: 0 };
let seed = firstSeed;
console.log(`fuzz: ${minutes} min, seed ${firstSeed}`);
for (let round = 0; performance.now() < ends; round++) {
  const [kind, files] = kinds[round % kinds.length] ?? kinds[0];
  seed++;
  const outcome = fc.check(
    fc.property(files, ({ bytes, name }) => {
      const began = performance.now();
      runExamination(bytes, name);
      const milliseconds = performance.now() - began;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, kind, seed };
      if (milliseconds > longestMilliseconds) throw new Error(`${Math.round(milliseconds)} ms`);
    }),
    { seed, numRuns: runsAtOnce, interruptAfterTimeLimit: 120_000 },
  );
  counts[kind] = (counts[kind] ?? 0) + outcome.numRuns;
  if (outcome.failed) {
    const [file] = outcome.counterexample ?? [];
    console.error(`fuzz: ${kind} failed, seed ${seed}: ${String(outcome.errorInstance)}`);
    console.error(outcome.errorInstance instanceof Error ? outcome.errorInstance.stack : "");
    console.error(
      `name ${file?.name}, base64 ${Buffer.from(file?.bytes ?? [])
        .toString("base64")
        .slice(0, 4_000)}`,
    );
    process.exit(1);
  }
}
const done = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
console.log(
  `fuzz: ${done.join(", ")} files, none failed; slowest ${Math.round(slowest.milliseconds)} ms (${slowest.kind}, seed ${slowest.seed})`,
);

import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { say } from "../setup/say.mjs";
import { run } from "./run.ts";
import { one, type Tally } from "./tally.ts";

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Everything that needs no browser: pure, with PostgreSQL, access and architecture. */
export async function checkUnit(): Promise<Tally> {
  say("test.unit");
  const file = join(tmpdir(), `portal-unit-${process.pid}.json`);
  const reporters = [
    "--reporter=./tests/support/progress-reporter.ts",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const { succeeded } = await run("vitest/vitest.mjs", ["run", ...reporters]);
  if (!existsSync(file)) return one(false);
  const report = Report.parse(JSON.parse(readFileSync(file, "utf8")));
  rmSync(file);
  // A file that could not even be loaded has no tests to count.
  const broken = report.testResults.filter(
    (part) => part.status === "failed" && part.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: succeeded || failed > 0 ? failed : 1 };
}

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "../cleanup.ts";

/** What R measured: milliseconds of each run, and the number that the last run gave. */
export interface InR {
  times: number[];
  value: number;
}

/**
 * Runs an expression in R as often as asked and takes its time inside R: starting R, loading the package and `before`
 * (which reads the data from `file`) do not count. The expression must give one number, for comparing with ours.
 * Null when Rscript or the package is not there, or refuses.
 */
export async function timedInR(asked: {
  package: string;
  data: string;
  before: string;
  expression: string;
  runs: number;
}): Promise<InR | null> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "data.csv"), asked.data);
  const script = join(folder, "script.R");
  writeFileSync(
    script,
    `suppressPackageStartupMessages(library(${asked.package}))
file <- ${JSON.stringify(join(folder, "data.csv"))}
${asked.before}
run <- function() ${asked.expression}
value <- run()
times <- sapply(seq_len(${asked.runs}), function(i) { from <- Sys.time(); value <<- run(); 1000 * as.numeric(Sys.time() - from, units = "secs") })
cat(format(c(value, times), digits = 17), sep = "\\n")
`,
  );
  try {
    const { stdout } = await promisify(execFile)("Rscript", ["--vanilla", script]);
    const [value, ...times] = stdout.trim().split("\n").map(Number);
    return value !== undefined && times.length === asked.runs && times.every(Number.isFinite)
      ? { times, value }
      : null;
  } catch {
    return null; // no R, or not this package
  }
}

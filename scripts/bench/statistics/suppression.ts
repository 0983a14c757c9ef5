import { auditSuppression } from "#lib/statistics/disclosure/audit.ts";
import { suppress } from "#lib/statistics/disclosure/suppress.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { regionTables, schoolTables, smallTables } from "./suppressed-tables.ts";

/** Each takes about a second: fewer runs say enough. */
const MOST_RUNS = 7;

/** Secondary suppression of 480,000 cells: as 40,000 small tables, and as one region in one piece. */
export async function measureSuppression({ runs }: Options, tell: (text: string) => void): Promise<Ratio[]> {
  const measured = (name: string, table: Table, goal: number): Ratio => {
    tell(`suppression: ${name}`);
    const first = timed(() => suppress(table));
    const again = Array.from({ length: Math.min(runs, MOST_RUNS) }, () => timed(() => suppress(table)));
    const times = again.map(({ time }) => time);
    const busy = median(again.map(({ processor }) => processor));
    const { hidden, exposed } = first.result;
    const audit = timed(() => auditSuppression(table, hidden));
    if (exposed.size > 0 || !audit.result.safe) throw new Error(`Suppression is not safe: ${name}`);
    const sensitive = table.cells.reduce((count, cell) => count + (cell.sensitive ? 1 : 0), 0);
    return {
      name: `suppression of ${name}`,
      value: median(times),
      goal: { kind: "atMost", value: goal },
      unit: "ms",
      behind: `${table.cells.length} cells, ${table.equations.length} sums, ${sensitive} sensitive, ${hidden.size - sensitive} more hidden; ${spread(times, "ms")}, the first ${first.time.toFixed(0)} ms, of the processor ${busy.toFixed(0)} ms; the independent audit ${audit.time.toFixed(0)} ms`,
    };
  };
  return [
    measured("480,000 cells in 40,000 small tables", smallTables(40_000), 1_000),
    measured("480,000 cells of one region, all linked", regionTables(60, 400), 1_000),
    measured("a school's tables, without a pause", schoolTables(24, 10), 50),
  ];
}

/** Milliseconds by the clock, and of them those in which this thread had the processor: the machine may have other work. */
function timed<T>(work: () => T): { time: number; processor: number; result: T } {
  const before = process.threadCpuUsage();
  const started = performance.now();
  const result = work();
  const time = performance.now() - started;
  const { user, system } = process.threadCpuUsage(before);
  return { time, processor: (user + system) / 1000, result };
}

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { publicFolder } from "./expected.ts";

/** A row of the public results of New York's schools; null where the count was suppressed ("s"). */
export interface NewYorkRow {
  readonly school: string;
  readonly grade: string;
  readonly year: string;
  readonly tested: number;
  readonly levels: readonly (number | null)[];
  readonly level34: number | null;
  /** The published percentage of levels 3 and 4. */
  readonly percent34: number | null;
  /** Is the number tested written with a comma, as "1,138"? */
  readonly withComma: boolean;
}

const NUMBER_WITH_COMMA = /^\d{1,3}(,\d{3})+$/;

function cells(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, whole, inQuotes]) => inQuotes ?? whole!);
}

/** All rows of the file. It is read where it lies; ask `hasPublicData` first. */
export function newYorkRows(): NewYorkRow[] {
  const text = readFileSync(resolve(publicFolder, "math_2006_2009_shared.csv"), "utf8");
  const [head, ...lines] = text.trim().split(/\r?\n/).map(cells);
  const place = (name: string) => head!.indexOf(name);
  return lines.map((line) => {
    const text = (name: string) => line[place(name)]!;
    const number = (name: string) => (text(name) === "s" ? null : Number(text(name).replace(",", "")));
    return {
      ...{ school: text("DBN"), grade: text("Grade"), year: text("Year"), tested: number("Number Tested")! },
      levels: [1, 2, 3, 4].map((level) => number(`Level ${level} #`)),
      ...{ level34: number("Level 3+4 #"), percent34: number("Level 3+4 %") },
      withComma: NUMBER_WITH_COMMA.test(text("Number Tested")),
    };
  });
}

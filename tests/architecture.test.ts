import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadMessages, locales, type Messages } from "#messages/load.ts";

// The house's arrows as tables. A failure names the offending pair.

/** Features from the lowest rung up; each may import from rungs below itself only. */
const ladder = [
  "schools",
  "people",
  "regulations",
  "indicators",
  "assessments",
  "schedule",
  "acts",
  "results",
  "entry",
  "exams",
  "checks",
  "reported",
  "submissions",
  "insights",
  "flags",
  "support",
  "surveys",
  "evaluations",
  "families",
  "reports",
];

/** Rooms of the platform from the lowest up. What stands in one line does not know its neighbours. */
const platform: readonly (readonly string[])[] = [
  ["errors", "clock"],
  ["format", "text"],
  ["env"],
  ["log"],
  ["worker"],
  ["workbook"],
  ["spreadsheet-export", "db", "storage", "mail"],
  ["access"],
  ["audit"],
  ["jobs"],
];

/** Who alone may use what. The first file pattern that matches a use must be allowed. */
const reserved: readonly { what: string; pattern: RegExp; only: RegExp }[] = [
  { what: "process.env", pattern: /process\.env\b/, only: /^lib\/platform\/env\.ts$|^instrumentation\.ts$/ },
  { what: "Intl", pattern: /\bIntl\.|\.toLocale\w*\(/, only: /^lib\/platform\/format\// },
  {
    what: "the clock",
    pattern: /new Date\(\)|Date\.now\(\)/,
    only: /^lib\/platform\/clock\.ts$|\/actions\.ts$|^app\/api\//,
  },
  { what: "Math.random", pattern: /Math\.random\(/, only: /^$/ },
  {
    what: "fflate",
    pattern: /from "fflate"/,
    only: /^lib\/platform\/(workbook|spreadsheet-export)\/[^/]+\.ts$/,
  },
  { what: "Recharts", pattern: /from "recharts"|import\("recharts"\)/, only: /^components\/charts\// },
  {
    what: "next",
    pattern: /from "next(\/|-auth|")/,
    only: /^app\/|^components\/|\/actions\.ts$|^lib\/platform\/access\/session\.ts$|^messages\/request\.ts$|^(proxy|instrumentation)\.ts$/,
  },
];

/** How results become figures: it stands in lib/statistics, where each function says what it means and is held to R. */
const arithmetic: readonly { what: string; pattern: RegExp }[] = [
  { what: "a division", pattern: /[\w)\]!] \/\s+[\w(]/ },
  { what: "per cent of a fraction", pattern: /\b100 \*\s|\* 100\b/ },
  { what: "a root, a power or a logarithm", pattern: /Math\.(sqrt|cbrt|hypot|pow|exp|log)\w*\(|\*\* / },
  {
    what: "a sum over marks, scores or tasks",
    pattern: /\b(marks|histogram|journal|scores|totals|tasks|counts|items)(!|\?)?\s*\.reduce\(/i,
  },
  {
    what: "a statistic of the database",
    pattern: /\b(avg|stddev\w*|variance|var_\w+|percentile_\w+|corr|regr_\w+)\(/i,
  },
];

/** Where arithmetic is about something else than results: made data, pictures, files and measurements of speed. */
const withoutResults = /^lib\/(statistics|platform)\/|^components\/charts\/|^scripts\/(?!portal\/)/;

/** Single files that divide, each with its reason. Whole parts (pages, letters of columns, lines of a grid) need none. */
const calculating: Readonly<Record<string, string>> = {
  "components/assessments/scale-strip.tsx": "places on a picture of the scale",
  "components/results/questions.tsx": "the greatest score that a file's header declares",
  "lib/acts/docx.ts": "lengths on paper",
  "lib/acts/docx-tables.ts": "lengths on paper",
  "lib/assessments/rules.ts": "the greatest score of a work, from its tasks",
  "components/indicator-values/history-chart.tsx": "places on the axis of a picture",
  "lib/indicators/formula/compute.ts": "the quotient that an indicator's formula asks for",
  "lib/indicators/formula/evaluate.ts":
    "the language of formulas: what a methodologist writes is divided here",
  "lib/indicators/values/value-writes.ts": "the same quotient over the sums of an area, in the database",
  "lib/checks/within-class.ts": "a rule's limit, set in per cent, as a fraction and back",
  "lib/regulations/clause-keys.ts": "how alike two texts are",
  "lib/regulations/queries.ts": "documents counted by level",
  "lib/reported/forms/count-and-share.ts": "half a unit of the last decimal that a report prints",
  "lib/reported/compare.ts": "half a unit of the last decimal that a report prints; cells counted",
  "lib/reported/compute-figure.ts": "the ways in which a report may have rounded a share",
  "lib/results/layouts/individual-results.ts": "the greatest score that a file's header declares",
  "lib/schools/rules.ts": "degrees of a map with six decimals",
  "scripts/portal/demo.ts": "seconds on a clock",
};

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

const sources = ["lib", "components", "app", "messages"]
  .flatMap((folder) => filesBelow(folder))
  .concat("proxy.ts", "instrumentation.ts")
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("lib/platform/db/prisma/"));
const text = new Map(sources.map((file) => [file, readFileSync(file, "utf8")]));
const commands = filesBelow("scripts/portal").map((file) => [file, readFileSync(file, "utf8")] as const);
const imports = sources.flatMap((file) => importsOf(file, text.get(file) ?? ""));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Imports of our own files, as paths from the top. */
function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  for (const [, type, from] of source.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^;"']*?from\s+)?["']([^"']+)["']/gm,
  )) {
    const target = from?.startsWith("#")
      ? from.slice(1)
      : from?.startsWith(".")
        ? path.join(path.dirname(file), from)
        : null;
    if (target) found.push({ file, target, typeOnly: type !== undefined });
  }
  for (const [, from] of source.matchAll(/import\(\s*["']([#.][^"']+)["']/g))
    if (from)
      found.push({
        file,
        target: from.startsWith("#") ? from.slice(1) : path.join(path.dirname(file), from),
        typeOnly: false,
      });
  return found;
}

const show = ({ file, target }: Import) => `${file} → ${target}`;
const featureOf = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1] ?? null;
const roomOf = (file: string) => /^lib\/platform\/([^/.]+)/.exec(file)?.[1] ?? null;
const stem = (file: string) => path.basename(file).replace(/\.tsx?$/, "");

describe("the arrows point down", () => {
  it("statistics imports only its siblings", () => {
    expect(
      imports
        .filter((i) => i.file.startsWith("lib/statistics/") && !i.target.startsWith("lib/statistics/"))
        .map(show),
    ).toEqual([]);
  });

  it("a feature imports only from rungs below it, from statistics and from the platform", () => {
    const wrong = imports.filter((i) => {
      const [from, to] = [ladder.indexOf(featureOf(i.file) ?? ""), ladder.indexOf(featureOf(i.target) ?? "")];
      return from >= 0 && (to > from || /^(components|app)\//.test(i.target));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it("every feature stands on the ladder", () => {
    const features = readdirSync("lib").filter((name) => !["platform", "statistics"].includes(name));
    expect(features.filter((name) => !ladder.includes(name))).toEqual([]);
  });

  it("the platform knows no feature, and its rooms know only lower rooms", () => {
    const level = (room: string | null) => platform.findIndex((rooms) => rooms.includes(room ?? ""));
    const wrong = imports.filter((i) => {
      const from = roomOf(i.file);
      if (from === null) return false;
      const to = roomOf(i.target);
      if (to === null) return !i.target.startsWith("messages/") && !i.target.startsWith("lib/statistics/");
      return from !== to && level(to) >= level(from);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it("components take schemas, rules, views, actions and types of a feature, never its queries or commands", () => {
    const wrong = imports.filter(
      (i) =>
        i.file.startsWith("components/") &&
        !i.typeOnly &&
        /^lib\/(?!platform|statistics)/.test(i.target) &&
        /(^|-)(queries|commands|writes|reads)$/.test(stem(i.target)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it("components and features never import from app", () => {
    expect(
      imports
        .filter(
          (i) =>
            !i.file.startsWith("app/") &&
            i.target.startsWith("app/") &&
            !/^(proxy|instrumentation)\.ts$/.test(i.file),
        )
        .map(show),
    ).toEqual([]);
  });

  it("components for everybody know nothing of schools", () => {
    expect(
      imports
        .filter(
          (i) =>
            /^components\/(ui|charts)\//.test(i.file) &&
            !i.typeOnly &&
            /^lib\/(?!platform\/format|statistics)/.test(i.target),
        )
        .map(show),
    ).toEqual([]);
  });

  it("rules and statistics are pure: no clock, no database, no async", () => {
    const pure = [...text].filter(
      ([file]) =>
        /^lib\/statistics\//.test(file) ||
        (/^lib\/(?!platform)/.test(file) && /(^|-)rules$/.test(stem(file))),
    );
    const impure = pure.filter(
      ([file, source]) =>
        /\basync\b|\bawait\b|platform\/(db|clock|jobs|access\/(as-viewer|session))/.test(
          // A type is gone before anything runs.
          withoutComments(source).replaceAll(/^import type .*$/gm, ""),
        ) && file !== "",
    );
    expect(impure.map(([file]) => file)).toEqual([]);
  });
});

describe("one place for each thing", () => {
  it.each(reserved)("$what is used only where it belongs", ({ pattern, only }) => {
    const wrong = [...text].filter(
      ([file, source]) => !only.test(file) && pattern.test(withoutComments(source)),
    );
    expect(wrong.map(([file]) => file)).toEqual([]);
  });

  it.each(arithmetic)("results meet $what in lib/statistics only", ({ pattern }) => {
    const wrong = [...text, ...commands]
      .filter(([file]) => !withoutResults.test(file) && calculating[file] === undefined)
      .filter(([, source]) => pattern.test(withoutWholeParts(withoutComments(source))));
    expect(wrong.map(([file]) => file)).toEqual([]);
  });

  it("a file that may calculate still does", () => {
    const read = new Map([...text, ...commands]);
    const idle = Object.keys(calculating).filter((file) => {
      const source = withoutWholeParts(withoutComments(read.get(file) ?? ""));
      return !arithmetic.some(({ pattern }) => pattern.test(source));
    });
    expect(idle).toEqual([]);
  });

  it("queries begin with server-only, so that no browser ever gets them", () => {
    const wrong = [...text].filter(
      ([file, source]) =>
        /^lib\/(?!platform)/.test(file) &&
        /(^|-)queries$/.test(stem(file)) &&
        !source.startsWith('import "server-only";'),
    );
    expect(wrong.map(([file]) => file)).toEqual([]);
  });

  it("pages never touch the database themselves", () => {
    expect(
      imports
        .filter(
          (i) =>
            /^(app|components)\//.test(i.file) &&
            i.file !== "app/api/health/route.ts" &&
            /^lib\/platform\/(db\/|access\/as-viewer)/.test(i.target),
        )
        .map(show),
    ).toEqual([]);
  });
});

describe("sizes and names", () => {
  it("no file is over 400 lines", () => {
    const long = [...text]
      .map(([file, source]) => [file, source.split("\n").length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it("no drawers: helpers, utils, common, misc, types", () => {
    expect(
      sources.filter((file) => /(^|\/)(helpers?|utils?|common|misc|types)(\/|\.tsx?$)/.test(file)),
    ).toEqual([]);
  });

  it("sentences stand in messages, not in code", () => {
    const speaking = [...text].filter(
      ([file, source]) =>
        /^(app|components)\//.test(file) && /[А-Яа-яІіЇїЄєҐґ]{2,}/.test(withoutComments(source)),
    );
    expect(speaking.map(([file]) => file)).toEqual([]);
  });
});

describe("the two languages", () => {
  it("have the same keys", () => {
    const [russian, ukrainian] = locales.map((locale) => keysOf(loadMessages(locale)));
    expect(ukrainian).toEqual(russian);
  });

  it("use the same parameters in every sentence", () => {
    const [russian, ukrainian] = locales.map((locale) => new Map(sentencesOf(loadMessages(locale))));
    const different = [...(russian ?? [])].filter(
      ([key, sentence]) => parametersOf(sentence) !== parametersOf(ukrainian?.get(key) ?? ""),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

function keysOf(messages: Messages): string[] {
  return sentencesOf(messages)
    .map(([key]) => key)
    .sort();
}

function sentencesOf(messages: Messages, prefix = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : sentencesOf(value, `${prefix}${key}.`),
  );
}

/** Names of the parameters of an ICU sentence, sorted. */
function parametersOf(sentence: string): string {
  return [...new Set([...sentence.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map(([, name]) => name))]
    .sort()
    .join(" ");
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

/** Without quotients of which only the whole part is taken, and without remainders: they count, they measure nothing. */
function withoutWholeParts(source: string): string {
  return source.replace(/Math\.(ceil|floor)\([^;]*? \/ [^;]*?\)/g, "whole");
}

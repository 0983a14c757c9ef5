import { z } from "zod";
import { workKinds } from "../assessments/rules.ts";
import { subjects } from "../assessments/subjects.ts";
import { type Kind, kinds, type Parameters, templates } from "./templates.ts";

export const severities = ["error", "warning"] as const;
export type Severity = (typeof severities)[number];
/** Where a rule comes from: a published text, the portal's authors, or the office that wrote it. */
export const origins = ["official", "portal", "office"] as const;
export type Origin = (typeof origins)[number];

/** Everything that one version of a rule says. Empty lists of works, subjects and grades mean all. */
export interface RuleContent {
  /** Empty for a rule that came with the portal: its words stand in messages under its code. */
  title: string;
  /** What the school reads. */
  text: string;
  kind: Kind;
  parameters: Parameters;
  severity: Severity;
  /** 1 is looked at first. */
  priority: number;
  workKinds: readonly string[];
  subjects: readonly string[];
  grades: readonly number[];
  origin: Origin;
  /** The published text, for an official rule. */
  citation: string;
}

/** What is stored, read back: a content that this code did not write is a defect and throws. */
export const contentSchema = z
  .object({
    title: z.string().max(200),
    text: z.string().max(2000),
    kind: z.enum(kinds),
    parameters: z.record(z.string(), z.union([z.number(), z.string()])),
    severity: z.enum(severities),
    priority: z.number().int().min(1).max(99),
    workKinds: z.array(z.enum(workKinds)),
    subjects: z.array(z.enum(subjects)),
    grades: z.array(z.number().int().min(1).max(11)),
    origin: z.enum(origins),
    citation: z.string().max(500),
  })
  .superRefine((content, context) => {
    for (const name of wrongParameters(content.kind, content.parameters))
      context.addIssue({ code: "custom", path: ["parameters", name], message: name });
  });

/** Names of settings of a kind that are missing, foreign or out of bounds. */
export function wrongParameters(kind: Kind, parameters: Parameters): string[] {
  const settings = templates[kind];
  const foreign = Object.keys(parameters).filter((name) => !settings.some((one) => one.name === name));
  const wrong = settings.filter((setting) => {
    const value = parameters[setting.name];
    if (setting.type === "choice")
      return typeof value !== "string" || !(setting.choices as readonly string[]).includes(value);
    return typeof value !== "number" || !(value >= setting.least && value <= setting.most);
  });
  return [...foreign, ...wrong.map(({ name }) => name)];
}

/** A stored content; throws for what no version of this code could have written. */
export function readContent(stored: unknown): RuleContent {
  return contentSchema.parse(stored);
}

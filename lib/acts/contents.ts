/**
 * What a «Положение о ВСОКО» consists of. The order of sections is common practice; what must not be missing (`requires`)
 * comes from the founding lecture on ВСОКО: objects and indicators, instruments and methods, procedure, performers,
 * addressees, the plan of the year, analytical materials. The wording is the portal's own (messages: acts.text).
 */
export const sections = [
  { key: "general", clauses: 4, required: true },
  { key: "terms", clauses: 4, required: false },
  { key: "aims", clauses: 3, required: true },
  { key: "structure", clauses: 6, required: true },
  { key: "objects", clauses: 5, required: true },
  { key: "instruments", clauses: 3, required: true },
  { key: "indicators", clauses: 4, required: true },
  { key: "procedure", clauses: 6, required: true },
  { key: "data", clauses: 5, required: true },
  { key: "addressees", clauses: 4, required: true },
  { key: "control", clauses: 3, required: false },
  { key: "final", clauses: 2, required: true },
] as const satisfies readonly { key: string; clauses: number; required: boolean }[];

export type SectionKey = (typeof sections)[number]["key"];
export const sectionKeys = sections.map(({ key }) => key);

export const appendices = [
  "indicatorTable",
  "instrumentTable",
  "performerTable",
  "cycleTable",
  "scheduleTable",
  "formTable",
  "measureTable",
] as const;
export type AppendixKey = (typeof appendices)[number];

/** The objects of assessment, in the order in which acts name them. */
export const objectOrder = ["content", "conditions", "process", "result"] as const;
export type ActObject = (typeof objectOrder)[number];

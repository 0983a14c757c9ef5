/** An act as neutral blocks, from which DOCX, the page and the clauses of an edition are made alike. */
export interface ActDocument {
  /** The language that it is written in; what was adopted stays in it, whoever reads. */
  language: "ru" | "uk";
  title: string;
  /** The school's name, above the title. */
  school: string;
  /** Lines of «УТВЕРЖДЕНО» and «ПРИНЯТО»: corners of the first page. */
  approved: readonly string[];
  considered: readonly string[];
  blocks: readonly Block[];
}

export type Block = Heading | Clause | Table;

export interface Heading {
  kind: "heading";
  /** The clause key under which an edition keeps it. */
  key: string;
  /** «7», or empty for an appendix, whose number stands in its text. */
  number: string;
  text: string;
  appendix: boolean;
}

export interface Clause {
  kind: "clause";
  key: string;
  number: string;
  text: string;
  /** What follows a colon at the end of `text`. */
  items: readonly string[];
}

export interface Table {
  kind: "table";
  key: string;
  caption: string;
  columns: readonly { title: string /** Share of the page's width; all of them make 1. */; width: number }[];
  rows: readonly (readonly string[])[];
  /** What is said when there is no row. */
  empty: string;
}

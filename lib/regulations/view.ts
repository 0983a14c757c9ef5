import type { Day } from "../platform/clock.ts";
import type { EditionState } from "./rules.ts";
import type { Clause, Edition, Kind, Level, Topic } from "./schema.ts";
import type { SnippetPart } from "./search-words.ts";

/** A regulation as a line of the library. */
export interface RegulationRow {
  id: number;
  slug: string;
  title: string;
  shortTitle: string;
  level: Level;
  kind: Kind;
  topic: Topic;
  public: boolean;
  /** the region, municipality or school whose act it is; "" for a federal one */
  unit: string;
  /** the edition in force on the asked day; else the newest adopted one, else a draft */
  edition: {
    number: string;
    adoptedOn: Day | null;
    effectiveFrom: Day | null;
    effectiveTo: Day | null;
    state: EditionState;
  } | null;
}

/** A regulation with all its editions, newest first. */
export interface RegulationView extends Omit<RegulationRow, "edition"> {
  version: number;
  /** whether the viewer makes it */
  own: boolean;
  editions: (Edition & { state: EditionState; clauses: number; files: number })[];
}

export interface FileView {
  id: number;
  name: string;
  kind: "pdf" | "docx";
  bytes: number;
  sha256: string;
}

/** An edition with its text. */
export interface EditionView {
  edition: Edition & { state: EditionState };
  clauses: Clause[];
  files: FileView[];
}

/** A clause that a search found. */
export interface ClauseHit {
  regulationId: number;
  slug: string;
  title: string;
  shortTitle: string;
  level: Level;
  unit: string;
  clauseKey: string;
  number: string;
  heading: string;
  snippet: SnippetPart[];
}

/** What a search found; `alike`: nothing had the words as typed, these are written similarly. */
export interface Found {
  hits: ClauseHit[];
  alike: boolean;
  /** more were found than are shown */
  more: boolean;
}

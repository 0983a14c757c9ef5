import type { ActDocument, Block } from "./document.ts";

/** A clause as an edition of a regulation keeps it. */
export interface EditionClause {
  clauseKey: string;
  number: string;
  heading: string;
  body: string;
  depth: number;
}

/** The act as clauses of an edition: keys are the act's own, so that the next edition's clauses find their predecessors. */
export function clausesOf(act: ActDocument): EditionClause[] {
  return act.blocks.map(clauseOf);
}

function clauseOf(block: Block): EditionClause {
  if (block.kind === "heading")
    return { clauseKey: block.key, number: block.number, heading: block.text, body: "", depth: 1 };
  if (block.kind === "clause") {
    const body = [block.text, ...block.items.map((item) => `— ${item}`)].join("\n");
    return { clauseKey: block.key, number: block.number, heading: "", body, depth: 2 };
  }
  const head = block.columns.map(({ title }) => title).join(" | ");
  const body =
    block.rows.length === 0 ? block.empty : [head, ...block.rows.map((row) => row.join(" | "))].join("\n");
  return { clauseKey: block.key, number: "", heading: "", body, depth: 2 };
}

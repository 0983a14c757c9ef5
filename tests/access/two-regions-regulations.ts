/**
 * Regulations of the two regions: an adopted one of every unit (the federal one is public), a draft of an edition beside that of
 * region 1 and school 101, and of both a regulation that was never adopted. Written as the portal writes, not as its owner.
 */
const units = [
  ["f", "federal", "NULL, NULL, NULL"],
  ["r1", "regional", "1, NULL, NULL"],
  ["r2", "regional", "2, NULL, NULL"],
  ["m11", "municipal", "NULL, 11, NULL"],
  ["m21", "municipal", "NULL, 21, NULL"],
  ["s101", "school", "NULL, NULL, 101"],
  ["s102", "school", "NULL, NULL, 102"],
  ["s201", "school", "NULL, NULL, 201"],
] as const;

function regulationOf(id: number, name: string, level: string, columns: string, adopted: boolean): string {
  return `INSERT INTO regulation (id, level, region_id, municipality_id, school_id, kind, topic, slug, title, public, first_adopted_at, created_at)
    VALUES (${id}, '${level}', ${columns}, 'order', 'quality', '${name}', 't', ${name === "f"}, ${adopted ? "now()" : "NULL"}, now());`;
}

function editionOf(id: number, regulation: number, name: string, adopted: boolean): string {
  return `INSERT INTO regulation_edition (id, regulation_id, number, note, created_at) VALUES (${id}, ${regulation}, '${id}', '${name}', now());
    INSERT INTO regulation_clause (edition_id, clause_key, heading, position) VALUES (${id}, '1', '${name}', 1);
    INSERT INTO regulation_file (edition_id, name, kind, bytes, sha256, added_at) VALUES (${id}, '${name}', 'pdf', 1, '${id}', now());
    INSERT INTO regulation_import (edition_id, file_name, sha256, state, outcome, created_at) VALUES (${id}, '${name}', '', 'ready', '{}', now());
    ${
      adopted
        ? `UPDATE regulation_edition SET status = 'adopted', adopted_on = '2025-08-28', effective_from = '2025-09-01', adopted_by = 'a' WHERE id = ${id};`
        : ""
    }`;
}

const adopted = units
  .map(
    ([name, level, columns], i) =>
      regulationOf(i + 1, name, level, columns, true) + editionOf(i + 1, i + 1, name, true),
  )
  .join("");
const drafts = [
  editionOf(12, 2, "r1+", false),
  editionOf(16, 6, "s101+", false),
  regulationOf(22, "dr1", "regional", "1, NULL, NULL", false) + editionOf(22, 22, "dr1", false),
  regulationOf(26, "ds101", "school", "NULL, NULL, 101", false) + editionOf(26, 26, "ds101", false),
].join("");
const readings = units
  .slice(1)
  .map(
    ([
      name,
      ,
      columns,
    ]) => `INSERT INTO regulation_reading (edition_id, region_id, municipality_id, school_id, roles, person_ids, due_on, created_at)
      VALUES (1, ${columns}, '{${name}}', '{}', '2025-10-01', now());`,
  )
  .join("");
const marks = `INSERT INTO regulation_reading_mark (edition_id, person_id, region_id, municipality_id, school_id, read_at) VALUES
  (1, 1001, 1, NULL, NULL, now()), (1, 1011, NULL, 11, NULL, now()), (1, 1101, NULL, NULL, 101, now()),
  (1, 1901, NULL, NULL, 101, now()), (1, 1102, NULL, NULL, 102, now()), (1, 1201, NULL, NULL, 201, now());`;

export const regulationRows = `SET LOCAL ROLE portal_app; ${adopted} ${drafts} ${readings} ${marks} RESET ROLE;`;

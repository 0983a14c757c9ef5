const units = [
  ["p", "NULL", "NULL", "NULL"],
  ["r1", "1", "NULL", "NULL"],
  ["r2", "2", "NULL", "NULL"],
  ["m11", "NULL", "11", "NULL"],
  ["m21", "NULL", "21", "NULL"],
  ["s101", "NULL", "NULL", "101"],
  ["s102", "NULL", "NULL", "102"],
  ["s201", "NULL", "NULL", "201"],
] as const;

/** An indicator of the portal and of every unit, each with an adopted version, a draft, a basis and borders; adoptions and targets of the units. Names are the unit's. */
export const indicatorRows = units
  .map(([code, ...owner], index) => {
    const id = index + 1;
    const columns = "region_id, municipality_id, school_id";
    const version = (number: number, status: string, adopted: string) =>
      `(${id}, ${number}, '${status}', '202${number}-09-01', ${number === 1 ? "'2021-12-31'" : "NULL"}, '${code}${status.charAt(0)}', 'n', 'd', 'd', 'result', 'percent', 1, 'up', 'sum', 'year', 14, '', '', '', '{}', 'ours', now(), ${adopted})`;
    return `
  INSERT INTO indicator (id, code, family, position, ${columns}, created_at) VALUES (${id}, '${code}', 'own', 0, ${owner}, now());
  INSERT INTO indicator_version (indicator_id, version, status, effective_from, effective_to, name, name_uk, definition, definition_uk, object, unit, decimals, direction,
    aggregation, period, due_days, source, instrument, performer, addressees, rule_kind, changed_at, adopted_at)
    VALUES ${version(1, "adopted", "now()")}, ${version(2, "draft", "NULL")};
  INSERT INTO indicator_basis (indicator_id, ${columns}, citation, rule_kind, created_at) VALUES (${id}, ${owner}, 'c', 'ours', now());
  INSERT INTO indicator_threshold (indicator_id, ${columns}, version, effective_from, optimal, sufficient, acceptable, rule_kind, citation, decided_at)
    VALUES (${id}, ${owner}, 1, '2021-09-01', 3, 2, 1, 'ours', '', now());
  ${
    code === "p"
      ? ""
      : `INSERT INTO indicator_adoption (indicator_id, ${columns}, adopted_on, decided_at) VALUES (1, ${owner}, '2021-09-01', now());
  INSERT INTO indicator_target (indicator_id, ${columns}, period_start, period_end, target, changed_at) VALUES (1, ${owner}, '2021-09-01', '2022-08-31', 1, now());`
  }`;
  })
  .join("\n");

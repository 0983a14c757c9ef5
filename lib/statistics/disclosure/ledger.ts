import { groupSensitivity, PUBLIC_RULE } from "./primary.ts";
import type { Cell, Equation, PublishedPercent, Table } from "./table.ts";

/** What was published at one time: the numbers as they were then, and which of them were shown. */
export interface Edition {
  readonly name: string;
  readonly table: Table;
  readonly shown: ReadonlySet<string>;
}

/** A cell of one edition; `edition` null = of the release that is being decided now. */
export interface CellThen {
  readonly edition: string | null;
  readonly cell: string;
}

/** A sum across times that everybody knows: units that were merged or divided since. */
export interface LedgerLink {
  readonly total: CellThen;
  readonly parts: readonly CellThen[];
}

export interface LedgerOptions {
  readonly links?: readonly LedgerLink[];
  /** Is a change by so many pupils too small to be known? Default: the public rule for groups. */
  readonly isTelling?: (change: number) => boolean;
}

/** All editions and the new release as one table, in the form that `suppress` takes (table and options at once). */
export interface Ledger {
  readonly table: Table;
  /** Numbers that some edition has shown, as long as they have not changed since. */
  readonly alreadyPublished: ReadonlySet<string>;
  /** Old numbers that no edition has shown, and changes between two numbers of one cell. */
  readonly notReleased: ReadonlySet<string>;
}

/**
 * Joins a new release with everything that was published before, so that nothing follows from several editions together:
 * not by the sums of any of them, not from the change of a number between two of them (one late pupil), not across merged
 * units. Cells of the new release keep their ids; an earlier value of a cell is called `«id» @ «edition»` after the first edition
 * that had it. A number that has not changed from edition to edition is one and the same: whoever assumes so is right.
 *
 * Between each earlier value that was shown and the present one stands the change as a cell of its own; it is sensitive when
 * `isTelling` says so. `editions`: the oldest first. A RangeError (from `suppress` or `checkTable`) when a sum does not hold.
 * Units: counts. Never null. R: none known.
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, §4.3.4 (linked tables); differencing: Duncan, Elliot and
 * Salazar (2011), Statistical Confidentiality, §2.
 *
 * @example const ledger = ledgerOf(now, editions); suppress(ledger.table, ledger).hidden
 */
export function ledgerOf(now: Table, editions: readonly Edition[], options: LedgerOptions = {}): Ledger {
  const { links = [], isTelling = (change) => groupSensitivity(change, PUBLIC_RULE) !== null } = options;
  const cells: Cell[] = [];
  const equations = new Map<string, Equation>();
  const percents = new Map<string, PublishedPercent>();
  const shown = new Set<string>();
  const names = namesOf(now, editions);
  /** Which cell each name of an earlier value speaks of. */
  const cellOf = new Map<string, string>();

  for (let time = editions.length; time >= 0; time--) {
    const { table } = time === editions.length ? { table: now } : editions[time]!;
    const nameAt = (id: string) => names[time]!.get(id) ?? id;
    const later = time === editions.length ? undefined : names[time + 1]!;
    for (const cell of table.cells) {
      const id = nameAt(cell.id);
      if (time < editions.length && editions[time]!.shown.has(cell.id)) shown.add(id);
      // A number that has not changed stands in the later table already.
      if (later?.get(cell.id) === id) continue;
      cells.push({ ...cell, id });
      if (later) cellOf.set(id, cell.id);
    }
    for (const { total, parts } of table.equations) {
      const equation = { total: nameAt(total), parts: parts.map(nameAt) };
      equations.set(JSON.stringify([equation.total, [...equation.parts].sort()]), equation);
    }
    for (const percent of table.percents ?? []) {
      const renamed = { ...percent, count: nameAt(percent.count), base: nameAt(percent.base) };
      percents.set(JSON.stringify(Object.values(renamed)), renamed);
    }
  }
  const place = new Map<string | null, number>([[null, editions.length]]);
  editions.forEach(({ name }, time) => {
    place.set(name, time);
  });
  const nameThen = ({ edition, cell }: CellThen) => {
    const name = names[place.get(edition) ?? -1]?.get(cell);
    if (name === undefined) throw new RangeError(`No edition ${edition} has the cell ${cell}`);
    return name;
  };
  links.forEach(({ total, parts }, i) => {
    equations.set(`link ${i}`, { total: nameThen(total), parts: parts.map(nameThen) });
  });
  const released = new Set(now.cells.map(({ id }) => id));
  const notReleased = new Set(cells.map(({ id }) => id).filter((id) => !released.has(id) && !shown.has(id)));
  for (const { cell, equation } of changesOf(cells, shown, cellOf, isTelling)) {
    cells.push(cell);
    notReleased.add(cell.id);
    equations.set(`change ${cell.id}`, equation);
  }
  return {
    table: { cells, equations: [...equations.values()], percents: [...percents.values()] },
    alreadyPublished: shown,
    notReleased,
  };
}

/** For each time, the present one last, how the ledger calls each cell of its table. */
function namesOf(now: Table, editions: readonly Edition[]): Map<string, string>[] {
  const names: Map<string, string>[] = [];
  const values: Map<string, number>[] = [];
  const seen = new Set<string>();
  for (const { name, table } of editions) {
    if (seen.has(name)) throw new RangeError(`Two editions are called ${name}`);
    seen.add(name);
    const before = { names: names.at(-1), values: values.at(-1) };
    values.push(new Map(table.cells.map(({ id, value }) => [id, value])));
    names.push(
      new Map(
        table.cells.map(({ id, value }) => [
          id,
          before.values?.get(id) === value ? before.names!.get(id)! : `${id} @ ${name}`,
        ]),
      ),
    );
  }
  names.push(new Map(now.cells.map(({ id }) => [id, id])));
  // A number that has not changed up to now has its name of now, in all editions that had it without a break.
  for (const { id, value } of now.cells) {
    for (let time = editions.length - 1; time >= 0 && values[time]!.get(id) === value; time--)
      names[time]!.set(id, id);
  }
  return names;
}

/** The changes between values of a cell that were shown and its value now. */
function changesOf(
  cells: readonly Cell[],
  shown: ReadonlySet<string>,
  cellOf: ReadonlyMap<string, string>,
  isTelling: (change: number) => boolean,
): { cell: Cell; equation: Equation }[] {
  const present = new Map(cells.filter(({ id }) => !cellOf.has(id)).map((cell) => [cell.id, cell]));
  return cells.flatMap((old) => {
    const cell = present.get(cellOf.get(old.id) ?? "");
    // Between two public numbers there is nothing left to protect.
    if (!cell || !shown.has(old.id) || cell.value === old.value || shown.has(cell.id)) return [];
    const id = `${cell.id} since ${old.id}`;
    const size = Math.abs(cell.value - old.value);
    const [total, part] = cell.value > old.value ? [cell.id, old.id] : [old.id, cell.id];
    return [
      { cell: { id, value: size, sensitive: isTelling(size) }, equation: { total, parts: [part, id] } },
    ];
  });
}

import { type Item, parallelKey } from "../year.ts";

/**
 * Works that can ever stand against each other, directly or through others: those of one class, and those of one subject in
 * one parallel. A repair of one group says nothing about another, so each is searched alone. In a school these are the parallels.
 */
export function components(items: readonly Item[]): Item[][] {
  const parent = items.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const seen = new Map<string, number>();
  items.forEach((item, i) => {
    const keys = [
      ...item.work.classes.map((label) => `class ${label}`),
      ...item.grades.map((grade) => parallelKey(grade, item.work.subject)),
    ];
    for (const key of keys) {
      const other = seen.get(key);
      if (other === undefined) seen.set(key, i);
      else parent[root(i)] = root(other);
    }
  });
  const groups = new Map<number, Item[]>();
  items.forEach((item, i) => {
    const group = groups.get(root(i));
    if (group) group.push(item);
    else groups.set(root(i), [item]);
  });
  return [...groups.values()];
}

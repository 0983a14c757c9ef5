/** Joins the class names that are there, so that no empty `class` reaches the markup. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string | undefined {
  const present = names.filter((name) => typeof name === "string" && name !== "");
  return present.length > 0 ? present.join(" ") : undefined;
}

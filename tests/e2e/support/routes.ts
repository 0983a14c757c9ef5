import { readdirSync } from "node:fs";

/** Every page of app/, as Next writes addresses: "/insights/[unit]/[workId]". */
interface Route {
  page: string;
  /** Whether it stands in the signed-in part. */
  signedIn: boolean;
  pattern: RegExp;
}

/** Answers of `route` files that are no pages: data, files, things done by a link. */
const NO_PAGE = /^\/(api|language)\/|\/save$|\.\w+$|\[\.\.\./;
/** Pages whose parameter says what kind of thing they are about. */
const UNIT = /^(class|school|municipality|region)-/;
/** Parts of a query that change what a page is. */
const TELLING = ["class", "from", "lang"];

const routes: readonly Route[] = readdirSync("app", { recursive: true })
  .map((file) => `/${String(file).replaceAll("\\", "/")}`)
  .filter((file) => /\/(page\.tsx|route\.tsx?)$/.test(file))
  .map((file) => {
    const page = file.replace(/\/\([^)]+\)/g, "").replace(/\/(page|route)\.tsx?$/, "") || "/";
    const pattern = new RegExp(`^${page.replace(/\[[^\]]+\]/g, "[^/]+")}/?$`);
    return { page, pattern, signedIn: file.startsWith("/(portal)/") };
  })
  .filter(({ page }) => !NO_PAGE.test(page))
  // A page with a fixed name is meant before one with a parameter in the same place.
  .sort((a, b) => a.page.split("[").length - b.page.split("[").length);

function routeOf(address: string): Route | undefined {
  const { pathname } = new URL(address, "http://portal");
  return routes.find(({ pattern }) => pattern.test(pathname));
}

/** Pages that only people with an account may open. */
export const signedInPages: readonly string[] = routes
  .filter(({ signedIn }) => signedIn)
  .map(({ page }) => page)
  .sort();

export function isSignedInPage(address: string): boolean {
  return routeOf(address)?.signedIn === true;
}

/** The page that answers an address, told apart by kind of unit and by the telling parts of the query; null for files and data. */
export function kindOf(address: string): string | null {
  const { pathname, searchParams } = new URL(address, "http://portal");
  const page = routeOf(address)?.page;
  if (page === undefined) return null;
  const unit = pathname.split("/").find((part) => UNIT.test(part));
  const kind = unit ? page.replace("[unit]", UNIT.exec(unit)?.[1] ?? "") : page;
  const told = TELLING.filter((name) => searchParams.has(name));
  return told.length > 0 ? `${kind}?${told.join("&")}` : kind;
}

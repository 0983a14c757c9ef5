import { type BrowserContext, test as base, type Page } from "@playwright/test";
import type { Role } from "#lib/platform/access/permissions.ts";
import { accountOf } from "./accounts.ts";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

interface Fixtures {
  /** A browser of its own in which this person is signed in; `null` = nobody is. */
  browserOf: (role: Role | null) => Promise<BrowserContext>;
  /** The same with one page open. */
  pageOf: (role: Role | null) => Promise<Page>;
  /** Console errors that a test provokes on purpose, by what they say or by their address. */
  expected: RegExp[];
}

interface WorkerFixtures {
  /** What the browser of a signed-in person keeps; each role signs in once per worker. */
  signedIn: (role: Role) => Promise<StorageState>;
}

/** The test of every journey: an error in the console or in a script of any page fails it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  signedIn: [
    async ({ browser }, use) => {
      const states = new Map<Role, StorageState>();
      await use(async (role) => {
        const known = states.get(role);
        if (known) return known;
        const context = await browser.newContext({ javaScriptEnabled: true });
        await signIn(await context.newPage(), accountOf(role));
        const state = await context.storageState();
        await context.close();
        states.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],

  expected: [
    async ({ browser }, use) => {
      const expected: RegExp[] = [];
      const complaints: string[] = [];
      const watch = (context: BrowserContext) => {
        context.on("console", (message) => {
          if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
        });
        context.on("weberror", (error) => complaints.push(String(error.error().stack)));
      };
      browser.contexts().forEach(watch);
      browser.on("context", watch);
      await use(expected);
      browser.off("context", watch);
      const unexpected = complaints.filter((one) => !expected.some((pattern) => pattern.test(one)));
      base.expect(unexpected, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],

  browserOf: async ({ browser, signedIn }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext(role === null ? {} : { storageState: await signedIn(role) });
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },

  pageOf: async ({ browserOf }, use) => {
    await use(async (role) => (await browserOf(role)).newPage());
  },
});

export const { expect } = base;

/** Signs in as people do, by the form. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Пароль", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Войти" }).click();
  await page.waitForURL("**/desk");
}

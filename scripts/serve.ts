import { relative } from "node:path";
import { env } from "#lib/platform/env.ts";
import { buildPublicCss } from "./build-public-css.mjs";
import { build, buildHash, isBuilt, occupyBuild } from "./serve/build.ts";
import { accountLines, accountsFile, createDemo, isDemoUnfinished, isEmpty } from "./serve/demo.ts";
import { claimFolder } from "./serve/one-portal.ts";
import { checkPort, startWebServer, type WebServer } from "./serve/web-server.ts";
import { checkVariables, type OpenPortal, openPortal } from "./setup/open-portal.ts";
import { root } from "./setup/places.mjs";
import { Refusal, say, sentence } from "./setup/say.mjs";

/** --dev: Next builds what is looked at. --built: an image was built before; its build is used as it is. */
const dev = process.argv.includes("--dev");
const built = dev || process.argv.includes("--built");
let opening: Promise<OpenPortal> | null = null;
let server: WebServer | null = null;
let stopping: Promise<void> | null = null;
let askedToStop = 0;

/** Stops everything, the web server first and the database last, also one that is only just starting. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    if (code === 0) say("stopping");
    await server?.stop();
    await opening?.then((portal) => portal.close()).catch(() => undefined);
    if (code === 0) say("stopped");
    process.exit(code);
  })();
  return stopping;
}

async function start(): Promise<void> {
  say("title");
  checkVariables();
  opening = openPortal();
  const portal = await opening;
  if (portal.embedded !== null) {
    await claimFolder(portal.embedded);
    if (isDemoUnfinished()) await portal.startAfresh();
    portal.embedded.lost.then(() =>
      fail(new Refusal("databaseLost", { file: `${env.PORTAL_DATA}/postgres.log` })),
    );
  }
  const folder = relative(root, env.PORTAL_DATA) || env.PORTAL_DATA;
  const kind =
    portal.embedded === null ? sentence("databaseGiven") : sentence("databaseEmbedded", { folder });
  say("databaseReady", { kind, seconds: seconds(portal.readyAfterMilliseconds) });
  if (portal.applied.length > 0) say("migrated", { count: portal.applied.length });
  await checkPort();
  await Promise.all([prepareBuild(portal), prepareDemo(portal)]);
  if (stopping) return;
  if (!dev) occupyBuild();
  server = await startWebServer(dev);
  server.ended.then((code) => fail(new Refusal("serverLost", { code })));
  welcome();
  process.send?.({ ready: env.PORTAL_URL });
}

async function prepareBuild({ embedded, ownerUrl }: OpenPortal): Promise<void> {
  if (dev) await buildPublicCss();
  if (built) return;
  const hash = buildHash(
    embedded === null ? new URL(ownerUrl).host + new URL(ownerUrl).pathname : env.PORTAL_DATA,
  );
  if (isBuilt(hash)) return;
  say("building");
  const started = performance.now();
  await build(hash);
  say("built", { seconds: seconds(performance.now() - started) });
}

async function prepareDemo({ ownerUrl }: OpenPortal): Promise<void> {
  if (env.PORTAL_DEMO === "off" || !(await isEmpty(ownerUrl))) return;
  say("demoCreating");
  await createDemo();
}

function welcome(): void {
  const accounts = accountLines();
  console.log("");
  say("ready", { url: env.PORTAL_URL });
  if (accounts.length > 0) say("accounts", { file: relative(root, accountsFile()) });
  for (const line of accounts) console.log(line);
  if (accounts.length === 0) say("noAccounts");
  say("stopHint");
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1).replace(".", ",");
}

async function fail(error: unknown): Promise<void> {
  if (stopping) return;
  console.error(
    error instanceof Refusal
      ? error.message
      : sentence("crashed", { detail: (error as Error).stack ?? String(error) }),
  );
  await stop(1);
}

/** One Ctrl-C arrives several times, through npm too; a later one means that waiting has become too long. */
function interrupt(): void {
  if (stopping !== null && performance.now() - askedToStop > 3_000) process.exit(1);
  if (stopping === null) askedToStop = performance.now();
  void stop(0);
}

process.stdout.on("error", () => undefined); // nobody reads any more; the portal still has to stop in order
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
process.on("disconnect", () => void stop(0));
await start().catch(fail);

import type { Instrumentation } from "next";

/** Runs once when the server starts. Node's parts are imported inside the branch, so that no other runtime has to load them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { stampAddresses } = await import("#lib/platform/access/address-stamp.ts");
  const { isDevelopment } = await import("#lib/platform/env.ts");
  const { quietConsole } = await import("#lib/platform/log.ts");
  const { startPortalJobs } = await import("#app/jobs.ts");
  stampAddresses();
  if (!isDevelopment()) {
    const { openFrontDoor } = await import("#app/door/front-door.ts");
    const { publicKeeper } = await import("#app/(public)/kept-answer.ts");
    const { readingKeeper } = await import("#app/door/reading-keeper.ts");
    quietConsole();
    openFrontDoor([publicKeeper(), readingKeeper()]);
  }
  startPortalJobs();
}

/** Every defect of a request, under the number that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log, logDefect } = await import("#lib/platform/log.ts");
  const digest =
    typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
  const { routePath: route, routeType: type } = context;
  log("error", "request.failed", { digest, method: request.method, route, type });
  logDefect("request.defect", error);
};

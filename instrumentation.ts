import type { Instrumentation } from "next";

/** Runs once when the server starts. Node's parts are imported inside the branch, so that no other runtime has to load them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { stampAddresses } = await import("#lib/platform/access/address-stamp.ts");
  const { startPortalJobs } = await import("#app/jobs.ts");
  stampAddresses();
  startPortalJobs();
}

/** Every defect of a request, under the number that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log, logDefect } = await import("#lib/platform/log.ts");
  const digest =
    typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
  log("error", "request.failed", {
    digest,
    method: request.method,
    route: context.routePath,
    type: context.routeType,
  });
  logDefect("request.defect", error);
};

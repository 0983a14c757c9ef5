import { headers } from "next/headers";

/** Path and query of the page that is being drawn; proxy.ts writes them into the request, because layouts are not told. */
export async function here(): Promise<string> {
  return (await headers()).get("x-portal-path") ?? "/";
}

/** True for methods that only read, which any site may send a visitor to. */
export function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

/**
 * True when a writing request comes from a page of our own and not from another site in a visitor's name.
 * `Sec-Fetch-Site` is decisive where browsers send it (https and localhost); otherwise `Origin` must name the host that
 * was asked, or the portal's own address behind a proxy that changes the host. A request that says neither is refused:
 * every browser since 2020 says at least one of them.
 */
export function isSameOrigin(headers: { get(name: string): string | null }, portalUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  return origin === portalUrl || new URL(origin).host === headers.get("host");
}

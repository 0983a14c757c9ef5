/**
 * What a signed-in page may load and run: scripts only with this answer's nonce (and what those load), styles only from
 * files, nothing from elsewhere, no frames. `development` adds what `next dev` cannot do without.
 */
export function pagePolicy(
  nonce: string,
  { secure, development }: { secure: boolean; development: boolean },
): string {
  return policy({
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": development ? "'self' 'unsafe-inline'" : "'self'",
    "connect-src": "'self'",
    ...(secure ? { "upgrade-insecure-requests": "" } : {}),
  });
}

/** What a public page without scripts may load: our styles, fonts and pictures. For route handlers that answer with HTML. */
export const readingPolicy = policy({ "script-src": "'none'", "style-src": "'self'", "img-src": "'self'" });

function policy(own: Record<string, string>): string {
  const all = {
    "default-src": "'none'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    ...own,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; ");
}

/** The other headers of every answer. A year of https only once the portal's own address is https. */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Not `no-referrer`: with it browsers send `Origin: null` and our own forms could not be told from foreign ones.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

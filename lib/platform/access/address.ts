/**
 * The request header in which pages and actions find the client's address. It is written by the portal itself on every
 * request (address-stamp.ts), over whatever a client may have sent under this name.
 */
export const addressHeader = "x-portal-address";

/**
 * The address that sign-in attempts are counted by. `X-Forwarded-For` can be written by anybody, so without proxies of
 * our own it is not read at all; with n of them the n-th entry from the right is the one that the outermost wrote.
 * IPv6 is cut to its /64, which one subscriber owns as a whole. Never empty: "unknown" when the socket is already gone.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return network(socketAddress);
  const entries = (forwardedFor ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  return network(entries.at(-trustedProxies) ?? socketAddress);
}

function network(address: string | undefined): string {
  if (!address) return "unknown";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain.includes(":") ? `${firstGroups(plain)}::/64` : plain;
}

/** The first four groups of an IPv6 address, with the zeros that `::` stands for written out. */
function firstGroups(address: string): string {
  const [before = "", after = ""] = address.toLowerCase().split("%")[0]!.split("::");
  const head = before.split(":").filter(Boolean);
  const tail = after.split(":").filter(Boolean);
  const zeros = address.includes("::")
    ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0")
    : [];
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

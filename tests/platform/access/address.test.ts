import { describe, expect, it } from "vitest";
import { clientAddress } from "#lib/platform/access/address.ts";

describe("the address that tries are counted by", () => {
  it("is the connection's when no proxy is ours, whatever the client says", () => {
    expect(clientAddress("203.0.113.5", "198.51.100.1", 0)).toBe("203.0.113.5");
    expect(clientAddress("203.0.113.5", undefined, 0)).toBe("203.0.113.5");
  });

  it("is what our outermost proxy wrote; what the client wrote before it is not believed", () => {
    expect(clientAddress("10.0.0.2", "198.51.100.1, 203.0.113.5", 1)).toBe("203.0.113.5");
    expect(clientAddress("10.0.0.2", "198.51.100.1, 203.0.113.5, 10.0.0.1", 2)).toBe("203.0.113.5");
  });

  it("is the connection's when the promised proxies wrote nothing", () => {
    expect(clientAddress("10.0.0.2", undefined, 1)).toBe("10.0.0.2");
    expect(clientAddress("10.0.0.2", "203.0.113.5", 2)).toBe("10.0.0.2");
  });

  it.each([
    ["::ffff:203.0.113.5", "203.0.113.5"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s counts as %s", (socket, expected) => {
    expect(clientAddress(socket, undefined, 0)).toBe(expected);
  });

  it("is never empty", () => {
    expect(clientAddress(undefined, undefined, 0)).toBe("unknown");
  });
});

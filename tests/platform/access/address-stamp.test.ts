import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { addressHeader } from "#lib/platform/access/address.ts";
import { stampAddresses } from "#lib/platform/access/address-stamp.ts";

it("a client cannot choose the address it is counted by", async () => {
  stampAddresses();
  stampAddresses();
  const server = createServer((incoming, answer) => answer.end(String(incoming.headers[addressHeader])));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const seen = await new Promise<string>((resolve, reject) => {
    const headers = { [addressHeader]: "198.51.100.1", "x-forwarded-for": "198.51.100.2" };
    request({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", headers }, (answer) => {
      answer.setEncoding("utf8").on("data", resolve);
    })
      .on("error", reject)
      .end();
  });
  server.close();
  expect(seen).toBe("127.0.0.1");
});

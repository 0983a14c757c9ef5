import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pack, packingFor } from "#app/door/packing.ts";

describe("how an answer is packed", () => {
  it.each([
    [undefined, "plain"],
    ["", "plain"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["br; q=0.2", "br"],
    ["identity", "plain"],
    ["*", "br"],
    ["*;q=0", "plain"],
    ["br;q=0, *", "gzip"],
    ["br;q=nonsense", "plain"],
  ] as const)("%s → %s", (accepted, packing) => {
    expect(packingFor(accepted)).toBe(packing);
  });

  it("says the same packed and plain", async () => {
    const text = "<p>Отметки: «3» и «4»</p>".repeat(50);
    const { plain, gzip, br } = await pack(text);
    expect([plain, gunzipSync(gzip), brotliDecompressSync(br)].map(String)).toEqual([text, text, text]);
    expect(br.length).toBeLessThan(plain.length);
  });
});

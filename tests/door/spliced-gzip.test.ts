import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { filled, filledGzip, gapped } from "#app/door/spliced-gzip.ts";

const word = "R2FwTm9uY2UxMjM0NTY3OA==";

describe("a text with gaps for a word", () => {
  it.each([
    ["in the middle", `<script nonce="${word}">«Отчёт»</script><script nonce="${word}"></script>`],
    ["at both ends", `${word} и ${word}`],
    ["twice in a row", `${word}${word}`],
    ["nowhere", "<p>страница без сценариев</p>"],
    ["in nothing", ""],
    ["in a long text", `${"<td>12,5 %</td>".repeat(40_000)}${word}${"<p>б</p>".repeat(20_000)}`],
  ])("%s: says the same with another word, packed and unpacked", async (_, text) => {
    const pieces = await gapped(text, word);
    for (const next of [word, "x", "другое слово"]) {
      const said = text.replaceAll(word, next);
      expect(filled(pieces, next).toString()).toBe(said);
      expect(gunzipSync(filledGzip(pieces, next)).toString()).toBe(said);
    }
  });

  it("is packed", async () => {
    const text = `${"<td>12,5 %</td>".repeat(1_000)}${word}`;
    expect(filledGzip(await gapped(text, word), word).length).toBeLessThan(text.length / 10);
  });
});

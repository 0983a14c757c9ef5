import { expect, it } from "vitest";
import { browserName } from "#lib/platform/access/browser-name.ts";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0";
it.each([
  [`Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${chrome} Safari/537.36`, "Chrome 109, Windows"],
  [`Mozilla/5.0 (Windows NT 10.0) ${chrome} YaBrowser/24.1 Safari/537.36`, "Yandex Browser 24, Windows"],
  [`Mozilla/5.0 (Windows NT 10.0) ${chrome} Safari/537.36 Edg/120.0`, "Edge 120, Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox 130, Linux"],
  [`Mozilla/5.0 (Linux; Android 13) ${chrome} Mobile Safari/537.36`, "Chrome 109, Android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604.1",
    "Safari 17, iOS",
  ],
  ["curl/8.0", ""],
])("%s", (agent, name) => {
  expect(browserName(agent)).toBe(name);
});
it("a browser that says nothing has no name", () => {
  expect(browserName(null)).toBe("");
});

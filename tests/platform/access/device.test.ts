import { expect, it } from "vitest";
import { deviceCookieName, knownDevice, newDevice } from "#lib/platform/access/device.ts";

const secret = "a secret of an installation, long enough";

it("a browser is known again for the same person only", () => {
  const mark = newDevice("a@school.ru", secret);
  expect(knownDevice(mark, "a@school.ru", secret)).toMatch(/^[\w-]{22}$/);
  expect(knownDevice(mark, "b@school.ru", secret)).toBeNull();
});

it("a mark made elsewhere or changed is not taken", () => {
  const mark = newDevice("a@school.ru", secret);
  const [id, signature] = mark.split(".") as [string, string];
  for (const forged of [
    "",
    ".",
    `${id}.`,
    `${id}.${signature}x`,
    `x${id}.${signature}`,
    newDevice("a@school.ru", `${secret}!`),
  ])
    expect(knownDevice(forged, "a@school.ru", secret)).toBeNull();
  expect(knownDevice(undefined, "a@school.ru", secret)).toBeNull();
});

it("people who share a computer keep their marks apart, and the name tells no e-mail", () => {
  expect(deviceCookieName("a@school.ru", secret)).toMatch(/^portal-device-[\w-]{16}$/);
  expect(deviceCookieName("a@school.ru", secret)).not.toBe(deviceCookieName("b@school.ru", secret));
});

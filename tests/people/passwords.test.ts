import { expect, it } from "vitest";
import { hashPassword, passwordFits } from "#lib/people/passwords.ts";

it("a password is stored as argon2id with the parameters that OWASP asks for", async () => {
  expect(await hashPassword("x")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it("the same password is stored differently each time, and fits both", async () => {
  const [first, second] = await Promise.all([hashPassword("один"), hashPassword("один")]);
  expect(first).not.toBe(second);
  expect(await passwordFits(first, "один")).toBe(true);
  expect(await passwordFits(second, "один")).toBe(true);
  expect(await passwordFits(first, "другой")).toBe(false);
});

it("without a stored one nothing fits, not even what the decoy was made of", async () => {
  expect(await passwordFits(null, "a decoy that nobody has")).toBe(false);
});

it("a missing person costs as much work as a wrong password", async () => {
  const stored = await hashPassword("один");
  await passwordFits(null, "прогрев");
  const time = async (hash: string | null) => {
    const began = performance.now();
    for (let i = 0; i < 8; i++) await passwordFits(hash, "другой");
    return performance.now() - began;
  };
  const ratio = (await time(null)) / (await time(stored));
  expect(ratio).toBeGreaterThan(0.3);
  expect(ratio).toBeLessThan(3);
});

import { afterEach, expect, it, vi } from "vitest";
import { hasMail, sendMail } from "#lib/platform/mail/send-mail.ts";
import { fakeMailServer } from "./fake-server.ts";

const from = "Портал <portal@example.org>";
const letter = {
  to: "deputy@example.org",
  subject: "Вас ждёт 1 дело",
  text: "Здравствуйте!\n\n.точка в начале строки",
};
const servers: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function server(options = {}) {
  const made = await fakeMailServer(options);
  servers.push(made);
  vi.stubEnv("SMTP_URL", made.url);
  vi.stubEnv("MAIL_FROM", from);
  return made;
}

it("a letter reaches the server with its name, its words and who it is for", async () => {
  const { received } = await server();
  await sendMail(letter);
  const [mail] = received;
  expect(mail?.login).toBe("\0portal\0secret");
  expect(mail?.from).toContain("portal@example.org");
  expect(mail?.to).toEqual([expect.stringContaining("deputy@example.org")]);
  expect(mail?.data).toContain("Auto-Submitted: auto-generated");
  const body = mail?.data.split("\n\n").slice(1).join("\n\n") ?? "";
  const text = /base64/i.test(mail?.data ?? "")
    ? Buffer.from(body, "base64").toString("utf8")
    : Buffer.from(
        body
          .replace(/=\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString("utf8");
  expect(text).toContain("Здравствуйте!");
  expect(text).toContain(".точка в начале строки");
});

it("a letter that the server does not take is an error, so that the queue tries again", async () => {
  await server({ refuses: true });
  await expect(sendMail(letter)).rejects.toMatchObject({ code: "EENVELOPE" });
});

it("without a server or a sender there is no mail", async () => {
  await server();
  expect(hasMail()).toBe(true);
  vi.stubEnv("MAIL_FROM", "");
  expect(hasMail()).toBe(false);
});

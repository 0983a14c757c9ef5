import { createTransport } from "nodemailer";
import { env } from "../env.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** True when this installation can send letters. */
export function hasMail(): boolean {
  return env.SMTP_URL !== "" && env.MAIL_FROM !== "";
}

/**
 * Sends one plain letter through the server of SMTP_URL (smtps:// is encrypted from the start, smtp:// by STARTTLS when the
 * server has it). Throws when the server does not take it; the job that asked tries again later.
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: env.MAIL_FROM,
      to,
      subject,
      text,
      // Nobody's holiday reply should answer a machine.
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } finally {
    transport.close();
  }
}

import { env } from "../platform/env.ts";

/** The address that an invited person opens to set a password. */
export function invitationLink(token: string): string {
  return `${env.PORTAL_URL}/invitation/${token}`;
}

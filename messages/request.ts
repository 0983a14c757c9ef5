import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { env } from "#lib/platform/env.ts";
import { loadMessages, localeCookie, toLocale } from "./load.ts";

/** Tells next-intl the locale and the texts of a request; the choice stands in a cookie. */
export default getRequestConfig(async () => {
  const locale = toLocale((await cookies()).get(localeCookie)?.value);
  return { locale, messages: loadMessages(locale), timeZone: env.TIME_ZONE };
});

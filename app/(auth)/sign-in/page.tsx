import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SignInForm } from "#components/people/sign-in-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { localPath } from "#lib/platform/access/local-path.ts";
import { currentViewer } from "#lib/platform/access/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title"), robots: { index: false } };
}

const search = z.object({
  to: z.string().optional().catch(undefined),
  out: z.literal("yes").optional().catch(undefined),
  saved: z.literal("yes").optional().catch(undefined),
});

export default async function SignInPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const asked = search.parse(await searchParams);
  const to = localPath(asked.to, "/desk");
  if ((await currentViewer()).personId !== null) redirect(to);
  const [t, auth] = [await getTranslations(), await getTranslations("auth.signIn")];
  const note = asked.out ? auth("out") : asked.saved ? auth("saved") : asked.to ? auth("ended") : null;
  return (
    <div className="grid gap-12 md:grid-cols-2">
      <div className="grid content-start gap-6">
        <PageHeader t={t} title={auth("title")} />
        {note ? <Notice kind={asked.saved ? "ok" : "info"} t={t} title={note} /> : null}
        <SignInForm
          to={to}
          words={{
            email: auth("email"),
            password: auth("password"),
            show: auth("show"),
            hide: auth("hide"),
            submit: auth("submit"),
          }}
        />
      </div>
      <aside className="grid max-w-measure content-start gap-3" aria-labelledby="who">
        <h2 id="who" className="text-h3">
          {auth("aside.title")}
        </h2>
        <p>
          {auth("aside.parents")} <a href="/">{auth("aside.open")}</a>
        </p>
        <p>{auth("aside.account")}</p>
        <p>{auth("aside.forgotten")}</p>
      </aside>
    </div>
  );
}

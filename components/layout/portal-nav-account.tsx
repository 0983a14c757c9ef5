import { Button } from "#components/ui/button.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { shortName } from "#lib/platform/format/person-name.ts";

interface Props {
  name: string;
  signOut: () => Promise<void>;
  t: Translate;
}

/** Who is signed in, the way to the own account, and the way out: a form, so that no link or picture elsewhere can sign a person out. */
export function PortalAccount({ name, signOut, t }: Props) {
  return (
    <form action={signOut} className="flex flex-wrap items-center gap-x-4">
      <a href="/account" aria-label={t("people.account.link", { name: shortName(name) })}>
        {shortName(name)}
      </a>
      <Button type="submit" kind="quiet">
        {t("frame.signOut")}
      </Button>
    </form>
  );
}

import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { feedHref } from "#lib/schedule/feed-address.ts";

interface Props {
  t: Translate;
  slug: string;
  classes: readonly string[];
}

/** Addresses that a calendar program follows: of the school and of each class. */
export function FeedLinks({ t, slug, classes }: Props) {
  return (
    <Fold summary={t("schedule.feed.title")}>
      <p className="max-w-measure">{t("schedule.feed.how")}</p>
      <p>
        <a href={feedHref(slug)}>{t("schedule.feed.school")}</a>
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {classes.map((label) => (
          <li key={label}>
            <a href={feedHref(slug, label)} className="inline-flex min-h-6 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

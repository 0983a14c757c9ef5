import { Button } from "./button.tsx";
import { Input } from "./input.tsx";

interface Props {
  id: string;
  name: string;
  value: string;
  words: { label: string; submit: string; clear: string };
  /** The page without the search. */
  clearHref: string;
}

/** Search as a plain GET form: the answer has an address, and no script is needed. */
export function SearchForm({ id, name, value, words, clearHref }: Props) {
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow sm:max-w-sm">
          <Input id={id} name={name} type="search" label={words.label} defaultValue={value} width="full" />
        </div>
        <Button type="submit">{words.submit}</Button>
        {value ? (
          <a href={clearHref} className="button button-quiet">
            {words.clear}
          </a>
        ) : null}
      </form>
    </search>
  );
}

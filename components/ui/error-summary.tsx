import type { Translate } from "./translate.ts";

export interface FieldError {
  /** The id of the field that is wrong. */
  id: string;
  text: string;
}

/** All errors of a form at its top, each a link to its field. Nothing when there are none. */
export function ErrorSummary({
  t,
  errors,
  id = "errors",
}: {
  t: Translate;
  errors: readonly FieldError[];
  id?: string;
}) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id={id} aria-labelledby={`${id}-title`}>
      <h2 className="text-h3" id={`${id}-title`}>
        {t("ui.errors.title", { count: errors.length })}
      </h2>
      <ul className="mt-2 grid gap-1">
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Shape } from "./status.tsx";
import type { Translate } from "./translate.ts";

/**
 * A published figure on its way to the eye. A hidden value is not here at all: what is not in the object cannot reach the markup.
 * `text` comes formatted and without its unit; `due` is a formatted day by which the data are expected.
 */
export type FigureText =
  | { kind: "value"; text: string }
  | { kind: "tooFew" }
  | { kind: "absent"; due?: string }
  | { kind: "notApplicable" }
  | { kind: "pending"; text?: string };

export type Silence = Exclude<FigureText["kind"], "value">;

interface Props {
  figure: FigureText;
  t: Translate;
  /** For columns without room: the short words of the legend. */
  dense?: boolean;
}

/** A figure or one of its four silences, each in its own shape and word. */
export function FigureCell({ figure, t, dense = false }: Props) {
  const length = dense ? "short" : "long";
  switch (figure.kind) {
    case "value":
      return <span className="figures">{figure.text}</span>;
    case "tooFew":
      return (
        <span className="silence status-supp">
          <Shape kind="supp" />
          {t(`ui.figure.tooFew.${length}`)}
        </span>
      );
    case "absent":
      return (
        <span>
          <span className="silence status-none">
            <Shape kind="none" />
            {t(`ui.figure.absent.${length}`)}
          </span>
          {figure.due && !dense ? (
            <span className="silence-due">{t("ui.figure.due", { date: figure.due })}</span>
          ) : null}
        </span>
      );
    case "notApplicable":
      return (
        <span>
          <span aria-hidden="true">—</span>
          <span className="sr-only">{t("ui.figure.notApplicable.long")}</span>
        </span>
      );
    case "pending":
      return figure.text === undefined ? (
        <span className="status-none">{t(`ui.figure.pending.${length}`)}</span>
      ) : (
        <span>
          {figure.text} <span className="silence-due">{t("ui.figure.pending.long")}</span>
        </span>
      );
  }
}

/** The silences of these figures, in the fixed order of the legend. */
export function silencesOf(figures: readonly FigureText[]): Silence[] {
  const order: readonly Silence[] = ["absent", "tooFew", "notApplicable", "pending"];
  return order.filter((silence) => figures.some((figure) => figure.kind === silence));
}

/** What the silences of the table above mean. Nothing when it has none. `minimum`: participants below which figures are hidden. */
export function FigureLegend({
  used,
  t,
  minimum = 10,
}: {
  used: readonly Silence[];
  t: Translate;
  minimum?: number;
}) {
  if (used.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-small text-ink-2">
      {used.map((silence) => (
        <li key={silence} className="flex items-baseline gap-2">
          {silence === "tooFew" || silence === "absent" ? (
            <span className="self-center">
              <Shape kind={silence === "tooFew" ? "supp" : "none"} />
            </span>
          ) : (
            <span aria-hidden="true">{silence === "pending" ? "…" : "—"}</span>
          )}
          <span>{t(`ui.legend.${silence}`, { minimum })}</span>
        </li>
      ))}
    </ul>
  );
}

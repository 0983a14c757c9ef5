/**
 * How a component asks for its sentences: one translator over all namespaces, `t("ui.status.ok")`, passed down as a prop, because
 * the same component is drawn by Next and by a route handler without it. From next-intl: `await getTranslations()` with no namespace.
 * A type with a method in it, because next-intl's own translators accept fewer keys than `string` and must still fit.
 */
export type Translate = { call(key: string, values?: Record<string, string | number>): string }["call"];

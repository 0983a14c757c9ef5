import type { Translate } from "#components/ui/translate.ts";
import type { WorkLevel } from "#lib/schedule/load/shapes.ts";

/** Whose work it is: a pattern and the word. The pattern helps the eye down a long list; the word says it. */
export function LevelMark({ t, level }: { t: Translate; level: WorkLevel }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true" className="shrink-0">
        <rect x=".5" y=".5" width="15" height="11" fill="none" stroke="currentColor" />
        {drawings[level]}
      </svg>
      <span>{t(`loadRules.level.${level}`)}</span>
    </span>
  );
}

const drawings = {
  federal: <rect x="1" y="1" width="14" height="10" fill="currentColor" />,
  regional: <path d="M1 8 8 1M3 11 13 1M9 11l6-6" stroke="currentColor" strokeWidth="1.5" fill="none" />,
  municipal: <path d="M2 3.5h12M2 6h12M2 8.5h12" stroke="currentColor" fill="none" />,
  school: null,
} as const;

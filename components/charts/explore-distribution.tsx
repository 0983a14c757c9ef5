"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { type MarkBand, markOf } from "./marks.ts";

export interface ExploreData {
  /** At most 1,000 scores, each once, in order. */
  bars: readonly { score: number; count: number }[];
  bands: readonly MarkBand[] | null;
}
export interface ExploreWords {
  score: string;
  participants: string;
  /** «набрали не больше» */
  upTo: string;
  mark: string;
}

/** The distribution one can walk through by pointer or arrow keys; Recharts is loaded with this file only. */
export default function ExploreDistribution({ data, words }: { data: ExploreData; words: ExploreWords }) {
  let sum = 0;
  const rows = data.bars.map((bar) => {
    sum += bar.count;
    return { ...bar, upTo: sum, mark: markOf(data.bands, bar.score) };
  });
  return (
    <ResponsiveContainer width="100%" height={320}>
      <BarChart
        data={rows}
        accessibilityLayer
        margin={{ top: 16, right: 8, bottom: 8, left: 0 }}
        barCategoryGap="12%"
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="score" stroke="var(--ink-2)" tickLine={false} />
        <YAxis allowDecimals={false} width={44} stroke="var(--ink-2)" tickLine={false} axisLine={false} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--selected)" }}
          content={({ active, payload }) => {
            const row = active ? (payload[0]?.payload as (typeof rows)[number] | undefined) : undefined;
            return row ? (
              <div className="explore-tip">
                <p className="font-semibold">
                  {words.score}: {row.score}
                  {row.mark ? ` (${words.mark} «${row.mark}»)` : ""}
                </p>
                <p>
                  {words.participants}: {row.count}
                </p>
                <p>
                  {words.upTo}: {row.upTo}
                </p>
              </div>
            ) : null;
          }}
        />
        {data.bands
          ?.filter((band) => band.from > 0)
          .map((band) => (
            <ReferenceLine key={band.mark} x={band.from} position="start" stroke="var(--ink)" />
          ))}
        <Bar dataKey="count" isAnimationActive={false}>
          {rows.map((row) => (
            <Cell
              key={row.score}
              fill={row.mark ? `var(--mark-${row.mark})` : "var(--cat-1)"}
              stroke="var(--ink)"
            />
          ))}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
